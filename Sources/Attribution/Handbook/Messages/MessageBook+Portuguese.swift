extension MessageBook {
  /// Dialogs, events and people's words in Portuguese of Brazil and Portugal, by stems.
  static let portuguese = """
    mstsc 0x204 :: remot; rdp & destas razoes; destes motivos; seguintes razoes; seguintes motivos; dos motivos; das razoes; seguintes causas
    mstsc 0x204 :: acesso remoto ao servidor & nao esta habilitad; nao esta ativad; nao habilitad; desabilitad; desativad; nao foi habilitad
    message cannot connect :: nao pode se conectar; nao foi possivel conectar; nao foi possivel se conectar; nao consegue ligar; nao consegue conectar; nao consegue se conectar; nao conseguiu se conectar; nao e possivel conectar; nao e possivel se conectar; nao foi possivel ligar; nao e possivel ligar; nao foi possivel estabelecer; nao pode ligar; nao pode conectar & computador remoto; area de trabalho remota; ambiente de trabalho remoto; pc remoto; trabalho remoto
    message connection lost :: conexao; ligacao & perdida; interrompida; caiu; perdeu; foi encerrada & remot; sessao
    subject network :: problemas; problema & conectividade de rede; conexao de rede; ligacao de rede; de rede & remot; sessao
    message session ended :: sessao dos servicos de area; sessao de servicos de area; sessao de area de trabalho remota; sessao da area de trabalho; sessao de servicos de ambiente; sessao remota & terminou; encerrada; terminada; foi encerrada; finalizada
    extended 0x5 :: outro usuario; outro utilizador & conectado; conectou; ligado; ligou; sessao iniciada; entrou; logado & remot; computador; desconect; desligad
    mstsc 0x3 :: administrador & encerrou; terminou; finalizou; desconectou; desligou & sessao; conexao; ligacao
    mstsc 0x3 :: computador remoto & encerrou; terminou; finalizou & a conexao; a ligacao; a sessao
    extended 0x3 :: ocios; inativ; inactiv; inatividade & sessao; remot & limite; tempo; excedeu; encerrada; ultrapassou
    extended 0x4 :: tempo de log on; tempo total; sessao ativa; duracao da sessao; tempo de inicio de sessao & limite; excedeu; expirou; atingi; ultrapassou
    extended 0x101 :: servidores de licenca; servidor de licenca; servidores de licencas; servidor de licencas; servidores de licenciamento; servidor de licenciamento & nao ha; nao existem; indisponivel; nao disponive; nao encontrado; nenhum; nao foi possivel
    extended 0x102 :: licencas de acesso para cliente; licencas de acesso de cliente; licencas de acesso do cliente; licencas de acesso & nao ha; nao existem; nenhum; nao disponive
    subject licensing :: protocolo de licenciamento; protocolo de licenca; periodo de carencia; periodo de cortesia; periodo de tolerancia; modo de licenciamento; servidor de licenca; servidor de licenciamento; licenca temporaria
    subject internal error :: erro interno & ocorreu; remot; rdp; sessao
    subject protocol error :: erro de protocolo; erro no protocolo; erro do protocolo & sessao; remot; desconect
    message security error :: erro de seguranca & cliente; remot; conectar; ligar
    mstsc 0xB06 :: criptografia de dados; encriptacao de dados; encriptacao dos dados; criptografia dos dados; erro de criptografia; erro de encriptacao & sessao; erro; remot
    mstsc 0xC06 :: erro de descriptografia; erro de desencriptacao; decifracao
    mstsc 0xC08 :: descompactacao; descompressao & cliente; sessao; erro; falha
    subject encryption oracle :: funcao solicitada; funcao pedida; funcao requisitada; a funcao solicitada & nao e suportada; nao tem suporte; nao ha suporte; nao e compativel; nao suportada
    subject encryption oracle :: credssp & criptografia; encriptacao; oracle; correcao
    SEC_E 0x80090304 :: autoridade de seguranca local & nao; contat; contact; acess
    NTSTATUS 0xC000005E :: controlador de dominio & nla; nivel da rede; nivel de rede; remot & nao pode; nao foi; contat; contact
    subject NLA :: autenticacao no nivel da rede; autenticacao em nivel de rede; autenticacao ao nivel da rede; autenticacao no nivel de rede; autenticacao de nivel de rede
    subject NLA :: erro de autenticacao & ocorreu; remot; rdp
    subject password :: credenciais & nao funcionaram; nao funcionam; invalidas; incorretas; nao deram certo; nao foram aceitas; recusadas; nao sao validas
    subject password :: tentativa de log on; tentativa de inicio de sessao; tentativa de entrada; tentativa de login; tentativa de entrar & falhou; falha; sem exito; nao teve
    subject password :: nome de usuario; nome de utilizador; usuario ou senha & senha; palavra-passe & incorret; invalid; errad; nao esta correta
    credssp.account_restricted :: conta & bloquead; desabilitad; desativad; expirou; restric; expirada
    mstsc 0x1307 :: restringiu; restringido; limitou & tipo de log on; tipos de log on; tipo de inicio de sessao; tipo de entrada; tipo de login
    mstsc 0x1107 :: restringiu; limitou & computadores & fazer log on; entrar; iniciar sessao; acessar; log on
    mstsc 0x1007 :: restringiu; limitou & horarios; horario; horas & fazer log on; entrar; iniciar sessao; log on
    credssp.password_expired :: senha; palavra-passe & expirou; expirada; deve ser alterada; alterar a senha; tem de ser alterada; precisa ser alterada; mudar a senha; trocar a senha
    credssp.access_denied :: nao esta autorizad; nao tem permissao; nao tem autorizacao; direito; nao possui permissao; sem permissao; permissao & log on remoto; logon remoto; inicio de sessao remoto; entrada remota; entrar remotamente; login remoto; por meio dos servicos de area; atraves dos servicos; pelos servicos de area; iniciar sessao remotamente
    subject certificate :: identidade & computador remoto & nao; verificar; verificada
    subject certificate :: certificado & expirou; expirado; confiavel; corresponde; invalido; revogado; inesperado; nome; fidedign; vencido & remot; rdp; servidor; seguranca
    mstsc 0x104 :: nao consegue localizar o computador; nao consegue encontrar o computador; nao e possivel localizar o computador; nao foi possivel encontrar o computador; nao foi possivel localizar o computador; nao encontra o computador; computador nao encontrado; encontrar o computador; localizar o computador & nao
    subject session limits :: numero de conexoes; numero de ligacoes; numero de usuarios; numero maximo; quantidade de conexoes & limitad; maximo; atingi; excedi & conex; ligac; usuario; utilizador; sess
    subject session limits :: muitos usuarios; demasiados utilizadores; excesso de usuarios
    subject stuck sessions :: servicos de area de trabalho remota; servicos de ambiente de trabalho remoto & ocupad
    mstsc 0x300000D :: gateway & temporariamente indisponivel
    mstsc 0x300000C :: gateway & endereco & inacessivel; incorreto; inalcancavel
    mstsc 0x300001B :: gateway & lista de permissoes; autorizacao de recurso
    mstsc 0x300001C :: gateway & nao esta autorizad; nao tem permissao; sem autorizacao; autorizacao de conexao; autorizacao de ligacao
    subject gateway :: gateway de area de trabalho remota; gateway da area de trabalho remota; gateway de ambiente de trabalho
    subject saved credentials :: credenciais salvas; credenciais guardadas; credenciais armazenadas; senha salva
    subject auto-reconnect :: reconectar; reconexao; restabelecer a conexao; voltar a ligar; restabelecer & tentativa; de 20; tentando; a tentar
    subject auto-reconnect :: tentativa & de 20
    subject stuck connecting :: configurando sessao remota; configurando a sessao remota; protegendo conexao remota; protegendo a conexao remota; iniciando conexao remota; iniciando a conexao remota; estimando a qualidade; a configurar a sessao remota; a proteger a ligacao remota
    mstsc 0x106 :: memoria virtual; memoria insuficiente; memoria suficiente & remot; conex; ligac
    mstsc 0x1D07 :: diferenca & hora; data & computador
    mstsc 0x708 :: sessao de console; sessao do console; sessao de consola
    subject client crash :: parou de funcionar; deixou de funcionar; trava & conexao de area de trabalho remota; ligacao ao ambiente de trabalho; mstsc
    Winsock 10060 :: tentativa de conexao falhou; componente conectado nao respondeu; tentativa de ligacao falhou; nao respondeu corretamente
    Winsock 10061 :: maquina de destino as recusou; recusou ativamente; computador de destino recusou; recusou-as ativamente; destino & recusou
    Winsock 10054 :: conexao existente & forcado; cancelamento de uma conexao existente; ligacao existente foi forcada; conexao existente foi encerrada; pelo host remoto
    Winsock 10053 :: conexao estabelecida foi anulada; ligacao estabelecida foi abortada; anulada pelo software; abortada pelo software
    Win32 121 :: tempo limite do semaforo; semaforo expirou; tempo de espera do semaforo
    Win32 64 :: nome de rede especificado nao esta mais; nome de rede especificado ja nao
    Win32 53 :: caminho da rede nao foi encontrado; caminho de rede nao foi encontrado
    Win32 1722 :: servidor rpc nao esta disponivel
    Win32 5 :: acesso negado
    NTSTATUS 0xC000018D :: relacao de confianca & estacao; dominio
    NTSTATUS 0xC000005E :: nao ha servidores de log on; nao ha servidores disponiveis & log on; atender; processar
    event 21 :: log on da sessao com exito; log on de sessao bem-sucedido; inicio de sessao com exito; log on de sessao & exito; sucedido
    event 24 :: sessao foi desconectada; sessao desconectada; sessao foi desligada & servicos; usuario; utilizador; endereco
    event 40 :: desconectad; desligad & codigo do motivo; codigo de motivo; codigo da razao
    event 1149 :: autenticacao do usuario & exito; sucedida
    event 4625 :: falha no log on de uma conta; falha ao fazer log on de uma conta; conta nao conseguiu fazer log on; falha de uma conta ao; conta falhou ao iniciar sessao
    event 4624 :: conta fez log on com exito; log on de uma conta com exito; conta foi conectada com exito; inicio de sessao com exito numa conta
    event 4740 :: conta de usuario foi bloqueada; conta de utilizador foi bloqueada
    event 36887 :: alerta fatal & recebido
    event 36888 :: alerta fatal & gerado; enviado
    event 7031 :: servico & area de trabalho remota; ambiente de trabalho remoto; termservice & inesperad; forma inesperada
    event 6008 :: desligamento anterior do sistema; encerramento anterior do sistema; encerramento do sistema & inesperad
    event 41 :: sistema foi reinicializado sem; sistema foi reiniciado sem & deslig; encerr
    event 42 :: o sistema esta entrando em suspensao; sistema esta a entrar em suspensao
    ?subject black screen :: tela preta; ecra preto; tela escura; tela fica preta; ecra negro
    ?subject freezes :: trava; travando; congela; travou; bloqueia; congelad; congelando
    ?subject network :: desconecta; cai; caindo; cair; desliga; derruba; queda; desconexao & toda hora; constantemente; cada; frequente; sempre; o tempo todo; aleatori; varias vezes; direto
    ?subject network :: lento; lenta; lentidao; atraso; perda de pacotes & rdp; remot
    ?mstsc 0x204 :: nao consigo conectar; nao consigo acessar; nao conecta; nao consigo me conectar; nao consigo ligar; nao funciona; nao consigo aceder & rdp; remot
    ?subject firewall :: porta; portas; firewall & 3389; rdp; remot
    ?subject idle timers :: ocios; inativ; inactiv; parado & desconect; minutos; horas; cai; desliga
    ?subject sleep :: suspensao; hiberna; modo de espera & rdp; remot; computador
    ?subject licensing :: licenc & rdp; remot; rds; expir; carencia
    ?subject password :: senha; palavra-passe; credenciais & errad; incorret; nao aceita; pede; pedindo; invalid
    ?subject certificate :: certificado & rdp; remot; aviso; erro
    ?subject saved credentials :: senha; palavra-passe; credenciais & toda vez; sempre pede; salv; guardad
    """
}
