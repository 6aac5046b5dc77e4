extension MessageBook {
  /// Dialogs, events and people's words in Spanish, beside those of the first tables.
  static let spanish = """
    mstsc 0x204 :: remot; rdp & siguientes razones; siguientes motivos; estas razones; estos motivos; siguientes causas; estas causas
    mstsc 0x204 :: acceso remoto al servidor & no esta habilitad; no se habilito; no se ha habilitado; deshabilitad; no esta activad
    mstsc 0x204 :: no se puede conectar; no puede conectar; no se pudo conectar; no se ha podido conectar; no es posible conectar; no se puede establecer; no se pudo establecer; imposible conectar; no puede establecer & equipo remoto; escritorio remoto; ordenador remoto; pc remoto; computadora remota
    message connection lost :: conexion & perdid; perdio; interrumpi; se corto; ha finalizado & remot; sesion
    subject network :: problemas; problema & conectividad de red; conexion de red; conexion a la red; de red & remot; sesion
    message session ended :: sesion de servicios de escritorio remoto; sesion de escritorio remoto; sesion remota; sesion de los servicios & finalizado; finalizo; terminado; termino; ha acabado
    extended 0x5 :: otro usuario; otra persona & conect; sesion iniciada; inicio sesion; iniciado sesion & remot; equipo; desconect
    mstsc 0x3 :: administrador & finalizo; finalizado; cerro; termino; desconecto & sesion; conexion
    mstsc 0x3 :: equipo remoto & finalizo; termino; cerro; ha finalizado & la conexion; la sesion
    extended 0x3 :: inactiv & sesion; remot & limite; tiempo; supero; excedio; finalizado
    extended 0x4 :: tiempo de inicio de sesion; tiempo total; sesion activa; duracion de la sesion & limite; supero; excedio; expir; agot
    extended 0x101 :: servidor de licencias; servidores de licencias; servidores de licencia; servidor de licencia & no hay; no existen; ningun; no disponible; no se encontr; no se pudo encontrar
    extended 0x102 :: licencias de acceso de cliente; licencias de acceso & no hay; ningun; no disponible
    subject licensing :: protocolo de licencias; protocolo de licencia; periodo de gracia; modo de licencia; licencia temporal
    message security error :: error de seguridad & cliente; remot; conectar
    mstsc 0xB06 :: cifrado de datos; cifrado de los datos; error de cifrado; error en el cifrado & sesion; error; remot
    mstsc 0xC06 :: error de descifrado; descifrar
    mstsc 0xC08 :: descompresion; descomprimir & cliente; sesion; error
    subject encryption oracle :: funcion solicitada & no se admite; no es compatible; no esta admitida; no se soporta; no soportada; no compatible
    subject encryption oracle :: credssp & cifrado; oracle; oraculo; correccion
    SEC_E 0x80090304 :: autoridad de seguridad local
    NTSTATUS 0xC000005E :: controlador de dominio & nla; nivel de red; remot & no se puede; no se pudo; contactar; contacto
    subject NLA :: autenticacion a nivel de red; autenticacion de nivel de red
    subject password :: credenciales & no funcion; no validas; incorrectas; no son validas; rechazad; no valen
    subject password :: intento de inicio de sesion; intento de log on & error; fallido; fallo; no valido
    subject password :: nombre de usuario & contrasena & incorrect; no valid; erroneo; no es correct
    credssp.account_restricted :: cuenta & bloquead; deshabilitad; caducad; restricci; expirad; desactivad
    mstsc 0x1307 :: restringido; limitado; restringio; limito & tipo de inicio de sesion; tipos de inicio de sesion; tipo de log on
    mstsc 0x1107 :: restringido; limitado; restringio; limito & equipos & iniciar sesion; inicio de sesion
    mstsc 0x1007 :: restringido; limitado; restringio; limito & horas; horario; momentos & iniciar sesion; inicio de sesion
    credssp.password_expired :: contrasena & caduc; expir; debe cambiar; cambiar la contrasena; debe cambiarse
    credssp.access_denied :: no esta autorizad; no tiene permiso; no tiene derecho; derecho; no tiene autorizacion; autorizada & inicio de sesion remoto; iniciar sesion de forma remota; inicio de sesion a traves de servicios; a traves de los servicios de escritorio; a traves de servicios de escritorio; iniciar sesion remotamente; sesion remota
    subject certificate :: identidad & equipo remoto & no se puede; comprobar; verificar
    subject certificate :: certificado & caduc; expir; confianza; coincide; no valido; revocado; inesperado & remot; rdp; servidor; seguridad
    mstsc 0x104 :: no puede encontrar el equipo; no encuentra el equipo; no se encontro el equipo; no se puede encontrar el equipo; no se pudo encontrar el equipo; no encuentra el ordenador
    subject session limits :: numero de conexiones; numero de usuarios; numero de sesiones; cantidad de conexiones & limitad; maxim; alcanz; super
    mstsc 0x300000D :: puerta de enlace; gateway & temporalmente no disponible; no esta disponible temporalmente
    mstsc 0x300000C :: puerta de enlace & direccion & inaccesible; incorrecta; no se puede
    mstsc 0x300001B :: puerta de enlace & lista de permisos; autorizacion de recursos
    mstsc 0x300001C :: puerta de enlace & no esta autorizad; no tiene permiso; autorizacion de conexi
    subject auto-reconnect :: reconectar; reconexion; volver a conectar; restablecer la conexion & intento; de 20; intentando
    subject auto-reconnect :: intento & de 20
    mstsc 0x106 :: memoria virtual; memoria insuficiente; memoria suficiente & remot; conex; conect
    mstsc 0x708 :: sesion de consola
    mstsc 0x10A :: scard_e_no_service
    Win32 53 :: no se encontro la ruta de red; no se ha encontrado la ruta de red; ruta de acceso de red
    event 4771 :: autenticacion previa de kerberos; error de autenticacion previa
    event 7031 :: servicio & escritorio remoto; termservice & inesperad
    event 41 :: sistema se reinicio sin & apag; correct
    event 107 :: sistema ha reanudado; sistema se ha reanudado
    ?subject black screen :: pantalla negra; pantalla en negro; pantalla se queda negra; se queda en negro; pantalla oscura
    ?subject freezes :: se congela; congelad; se cuelga; se bloquea; se traba; se queda pillad; colgad
    ?subject network :: desconecta; se cae; se corta; desconexion; pierde; me saca; me bota; se desconecta & cada; constante; todo el tiempo; siempre; a menudo; aleatori; frecuent; continuamente; a cada rato
    ?mstsc 0x204 :: no puedo conectar; no me puedo conectar; no conecta; no me deja conectar; no puedo acceder; no funciona & rdp; remot
    ?subject idle timers :: inactiv; sin usar; sin actividad & desconect; minutos; horas; corta; cae
    ?subject sleep :: suspension; suspend; hiberna; modo de reposo & rdp; remot; equipo; ordenador
    ?subject licensing :: licenci & rdp; remot; rds; caduc; expir; gracia
    ?subject certificate :: certificado & rdp; remot; advertencia; error
    ?subject firewall :: puerto; puertos; cortafuegos; firewall & 3389; rdp; remot
    ?subject saved credentials :: contrasena; credenciales & cada vez; siempre pide; guardad
    """
}
