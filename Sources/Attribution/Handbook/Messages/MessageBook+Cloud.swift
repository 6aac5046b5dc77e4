extension MessageBook {
  /// Azure Virtual Desktop, Windows 365, Entra ID, virtual machines, and user profiles.
  static let cloud = """
    AVD ConnectionFailedNoHealthyRdshAvailable :: could not find any sessionhost; no healthy host; sessions are not allowed & pool; sessionhost; session host
    AVD ConnectionFailedNoHealthyRdshAvailable :: session hosts; session host & drain mode; not accepting; allownewsession; needs assistance; shutdown; no available
    AVD ConnectionFailedUserSidInformationMismatch :: sid value; sid in the database; sid information & different; differs; mismatch; not match; orchestrat
    AVD ConnectionFailedUserSidInformationMismatch :: unexpected sid; user sid & mismatch; different; entra; synced
    AVD SessionHostDeallocated :: sessionhost_deallocated; has been deallocated; been deallocated & session host; sessionhost; starting; retry
    AVD SessionHostDeallocated :: starting the session host for you; start vm on connect & fail; failed; not; retry; permission
    message AVD agent :: expired_machine_token; invalid_registration_token; registration token & expired; invalid; avd; wvd; agent; session host
    message AVD agent :: name_already_registered; machine token; rdagent; rdagentbootloader & expired; failed; stopped; already; not; error
    message AVD agent :: 3277 & agent; rdagent; wvd; avd; token
    message AVD agent :: domainjoinedcheck; domaintrustcheck; fslogixhealthcheck; sxsstacklistenercheck; urlsaccessiblecheck; monitoringagentcheck; domainreachable; supportedencryptioncheck; metadataservicecheck; appattachhealthcheck; aadjoinedhealthcheck & fail; failed; unhealthy; error; not
    message AVD agent :: sxs stack; side-by-side stack; sxsstack; rd infra & not; fail; missing; listener; unavailable
    subject Entra :: aad joined; azure ad joined; entra joined; azuread joined; entra-joined; aad-joined; aadj_ & credential; log on; rdp; remote; vm; password; account; work email; host
    subject Entra :: log on method you re trying to use; log on method you are trying to use; log on method is not allowed; the log on method & allowed
    subject Entra :: configured to prevent you from using this device; account is configured to prevent
    subject Entra :: targetisaadjoined; enablerdsaadauth; aadloginforwindows; dsregcmd
    subject Entra :: aadsts; caa20; caa5; 0xcaa & rdp; remote; avd; desktop; session host; vm_; mstsc; windows app; cloud computer
    subject Entra :: virtual machine user log on; virtual machine administrator log on; vm user log on; vm administrator log on; azure windows vm sign-in; azure windows vm log on
    subject Entra :: no such global user; global user or group & azuread; entra; upn
    subject Entra :: conditional access; per-user mfa; per user mfa; multifactor; multi-factor; mfa & remote desktop; remote computer; rdp; avd; session host; virtual desktop; cloud computer; mstsc; windows vm
    subject Entra :: azuread; entra & can not log on; log on failed; log on attempt failed; does not work; did not work; not recognized; unknown user & rdp; remote; vm; computer; mstsc
    subject Entra :: pku2u; user2user; cloud trust; prt_ & rdp; entra; azure ad; aad; remote
    subject Entra :: arbeitskonto; geschaftskonto; o365; office 365; microsoft 365 & rdp; remotedesktop; anmeld; remote & fehler; authentifizierung; nicht
    subject web client :: websocket closed; websocket connection; websockettransport; websocket & 1006; 1005; 1001; 1011; wss; oops; closed with code; failed & rdweb; remote desktop; remote computer; rdp; html5; web client; oops
    subject web client :: x509_name_print_ex; unknownerror; disconnect code=unknownerror
    subject web client :: web client; webclient; html5 client; rdweb & oops; could not connect; couldn t connect; can t connect; certificate; gateway; websocket; closed; error
    subject bastion :: bastion & rdp; connect; session; disconnect; error; port 443; nsg; internal error; remote; vm; can not; black
    subject bastion :: connection to the bastion; azure bastion
    subject profile :: user profile service; profile service; benutzerprofildienst; service de profil; servicio de perfil; servizio profili; servico de perfil & fail; failed; fehlgeschlagen; fehler; echec; error; non; falha; log on; anmeld
    subject profile :: user profile; your profile; the profile; benutzerprofil; ihr profil; profil utilisateur; perfil de usuario; profilo utente; perfil do usuario; gebruikersprofiel; profil uzytkownika & can not be loaded; could not be loaded; cannot load; failed to load; not loaded; nicht geladen; ne peut pas etre charge; ne peut etre charge; no se puede cargar; non puo essere caricato; impossibile caricare; nao pode ser carregado; kan niet worden geladen; nie mozna zaladowac; corrupt; damaged
    subject profile :: windows can not log you on because your profile; log you on because your profile; temporary profile; temporares profil; profil temporaire; perfil temporal; profilo temporaneo; perfil temporario; logged on with a temporary; temporarem profil
    subject profile :: windows can not copy file; can not copy file & users; profile; default
    subject profile :: windows can not load; has detected your registry file is still in use & profile; registry; classes
    subject profile :: профил & не удается загруз; не может быть загруж; не удалось загруз; временн; служба профилей
    subject profile :: 用户配置文件; 使用者設定檔; 用户配置; ユーザー プロファイル; ユーザー プロファイル; 사용자 프로필 & 无法; 失败; 無法; 失敗; 読み込; ロード; 失敗; 로드; 실패; 临时; 暫存; 一時
    subject profile :: fslogix; frxsvc; profile container; office container; odfc; vhdx; error_attach_vhd & error; fail; failed; denied; access; attach; status; in use; locked; can not; unable; code; sharing
    subject profile :: error_attach_vhd; error_lock_violation; sharing violation & vhd; fslogix; disk; profile
    subject profile :: user profile disk; uvhd & in use; can not; failed; attach; could not; error
    subject updates :: kb5050094; kb5051987; kb5052093; kb5053598; kb5055523; kb5053656; kb5040437; kb5040430; kb5041578; kb5009543; kb5009557; kb5009624
    subject updates :: 24h2; server 2025; 2025 & freez; frozen; unresponsive; hang; 65 s; 65 sec; approximately 65; about 65; udp & rdp; remote; session
    subject updates :: 65 seconds; 65 sec; 65s_ & disconnect; drop; rdp; remote; session
    ?subject updates :: since; after; following; seit; nach; depuis; desde; apres; dopo; после; 更新后; 업데이트 & update; updates; patch tuesday; patchday; cumulative; kb5; windows update; mise a jour; actualizacion; aggiornamento; обновлени; 更新 & disconnect; drop; freez; fail; error; can not; no longer; trennt; bricht; nicht; deconnect; desconect; disconnette; отключ; не работ; не подключ; 断; 끊
    Win32 1907 :: rdstls_result_password_must_change
    Win32 1330 :: rdstls_result_password_expired
    Win32 1326 :: rdstls_result_logon_failure
    Win32 1331 :: rdstls_result_account_disabled
    Win32 1909 :: rdstls_result_account_locked_out
    Win32 1328 :: rdstls_result_invalid_logon_hours
    Win32 5 :: rdstls_result_access_denied
    event 40 :: reason code 3489660929; 3489660929; 0xd0000001
    """
}
