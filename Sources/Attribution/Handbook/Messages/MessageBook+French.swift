extension MessageBook {
  /// Dialogs, events and people's words in French, beside those of the first tables.
  static let french = """
    mstsc 0x204 :: distan; rdp & raisons suivantes; ces raisons; des motifs suivants; causes suivantes; ces causes
    mstsc 0x204 :: acces distant au serveur; acces a distance au serveur & n est pas active; n est pas autorise; desactive; pas active
    mstsc 0x204 :: ne peut pas se connecter; impossible de se connecter; n a pas pu se connecter; ne parvient pas a se connecter; impossible d etablir; ne peut pas etablir; connexion impossible; n arrive pas a se connecter; n est pas parvenu a se connecter; impossible de connecter; pas reussi a se connecter & ordinateur distant; bureau a distance; pc distant; poste distant
    message connection lost :: connexion & perdue; interrompue; coupee; rompue & distan; session
    subject network :: problemes; probleme & connectivite reseau; connexion reseau; connectivite du reseau; de reseau; du reseau & distan; session
    message session ended :: session des services bureau a distance; session services bureau a distance; session bureau a distance; session distante; session a distance & terminee; est terminee; pris fin; a ete fermee; fin
    extended 0x5 :: autre utilisateur; une autre personne & connecte; ouvert une session; connexion & distan; ordinateur; deconnect
    mstsc 0x3 :: administrateur & mis fin; termine; ferme; deconnecte & session; connexion
    mstsc 0x3 :: ordinateur distant & mis fin; termine; interrompu & connexion; session
    extended 0x3 :: inactiv; inactivite & session; distan & limite; delai; depass; terminee
    extended 0x4 :: duree d ouverture de session; duree totale; session active; duree de la session; temps de connexion & limite; depass; expire; atteint; ecoule
    extended 0x4 :: minuteur; delai & session active; ouverture de session & ecoule; expire
    extended 0x101 :: serveur de licences; serveurs de licences; serveur de licence; serveurs de licence & aucun; indisponible; pas disponible; introuvable; n est disponible
    extended 0x102 :: licences d acces client; licence d acces client & aucune; indisponible; pas disponible; n est disponible
    subject licensing :: protocole de licence; protocole de gestion des licences; protocole de gestion de licences; periode de grace; mode de licence; gestionnaire de licences bureau; licence temporaire
    message security error :: erreur de securite; probleme de securite & client; distan; connecter
    mstsc 0xB06 :: chiffrement de donnees; chiffrement des donnees; cryptage des donnees; erreur de chiffrement; erreur de cryptage & session; erreur; distan
    mstsc 0xC06 :: erreur de dechiffrement; erreur de decryptage
    mstsc 0xC08 :: decompression; decompresser & client; session; erreur; echec
    subject encryption oracle :: fonction demandee & pas prise en charge; non prise en charge; pas supporte; n est pas reconnue
    subject encryption oracle :: credssp & chiffrement; oracle; cryptage
    SEC_E 0x80090304 :: autorite de securite locale; autorite de securite
    NTSTATUS 0xC000005E :: controleur de domaine & nla; niveau du reseau; niveau reseau; distan & ne peut; impossible; contact; pas
    subject NLA :: authentification au niveau reseau; authentification niveau reseau; authentification au niveau du reseau
    subject password :: informations d identification & n ont pas fonctionne; ne fonctionnent pas; incorrect; invalides; refus; erron; non valides
    subject password :: tentative de connexion; tentative d ouverture de session & echou; echec
    subject password :: nom d utilisateur; utilisateur ou & mot de passe & incorrect; invalide; erron; faux
    credssp.account_restricted :: compte & verrouill; desactiv; expire; restriction
    credssp.account_restricted :: acces a la session demande est refuse; restriction de compte
    mstsc 0x1307 :: limite; restreint; restriction & type d ouverture de session; types d ouverture de session; type de connexion; types de connexion; type de session
    mstsc 0x1107 :: limite; restreint & ordinateurs & connecter; ouvrir une session; ouverture de session
    mstsc 0x1007 :: limite; restreint & heures; horaires; periodes & connecter; ouvrir une session; ouverture de session
    credssp.password_expired :: mot de passe & expire; doit etre change; doit etre modifie; changer le mot de passe; modifier votre mot de passe; changer votre mot de passe
    credssp.access_denied :: n est pas autorise; pas autorise; pas l autorisation; n a pas le droit; droit; pas autorisee; non autorise & connexion a distance; ouvrir une session a distance; ouverture de session a distance; session par le biais des services; via les services bureau; par les services bureau; connecter a distance
    subject certificate :: identite & ordinateur distant & ne peut; impossible; verifi
    subject certificate :: certificat & expire; approuve; fiable; correspond; non valide; revoque; inattendu; confiance & distan; rdp; serveur; securite
    mstsc 0x104 :: ne trouve pas l ordinateur; impossible de trouver l ordinateur; ne parvient pas a trouver l ordinateur; ordinateur introuvable; ne peut pas trouver l ordinateur; pc introuvable
    subject session limits :: nombre de connexions; nombre d utilisateurs; nombre de sessions; nombre maximal & limite; maxim; atteint; depass
    mstsc 0x300000D :: passerelle & temporairement indisponible; provisoirement; temporairement non disponible
    mstsc 0x300000C :: passerelle & adresse & inaccessible; incorrecte; injoignable
    mstsc 0x300001B :: passerelle & liste d autorisation; liste des autorisations; autorisation d acces aux ressources; autorisation des ressources
    mstsc 0x300001C :: passerelle & n est pas autorise; pas autorise; autorisation de connexion; autorisation d acces aux connexions; pas l autorisation
    subject auto-reconnect :: reconnexion; reconnecter; retablir la connexion & tentative; sur 20; essai
    subject auto-reconnect :: tentative; essai & sur 20
    mstsc 0x106 :: memoire virtuelle; memoire insuffisante; memoire suffisante; assez de memoire & distan; connex; connecter
    mstsc 0x708 :: session console; session de console
    Win32 53 :: chemin reseau n a pas ete trouve; chemin reseau introuvable
    NTSTATUS 0xC000005E :: aucun serveur d ouverture; aucun serveur d acces; serveur d ouverture de session & traiter; disponible
    event 4771 :: pre-authentification kerberos; preauthentification kerberos & echec
    event 7031 :: service & bureau a distance; termservice & inattendu; inopinement; facon inattendue
    event 41 :: systeme a redemarre sans & arret; correct
    event 107 :: systeme est sorti; reprise apres veille; sorti de la veille
    ?subject black screen :: ecran noir; ecran reste noir; ecran devient noir; fenetre noire
    ?subject freezes :: se fige; figee; gele; se bloque; plante; freeze; fige
    ?subject network :: deconnecte; coupe; deconnexion; saute; ejecte; plante; coupure & toutes les; sans arret; souvent; constamment; chaque; aleatoire; regulierement; en permanence; sans cesse; intempestiv; frequen
    ?mstsc 0x204 :: n arrive pas a me connecter; je n arrive plus; impossible de me connecter; ne se connecte pas; ne fonctionne pas; peux pas me connecter; ne marche pas & rdp; distan; bureau a distance
    ?subject idle timers :: inactiv; inutilis; sans rien faire; sans activite & deconnect; minutes; heures; coup
    ?subject licensing :: licence & rdp; distan; rds; expire; grace
    ?subject certificate :: certificat & rdp; distan; avertissement; erreur; alerte
    ?subject firewall :: port; ports; pare-feu & 3389; rdp; distan
    ?subject password :: identifiants & incorrect; invalides; refus; erron; non valides
    ?subject saved credentials :: mot de passe; identifiants & a chaque; chaque fois; enregistr
    """
}
