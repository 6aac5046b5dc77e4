extension ConceptTable {
  /// The commonest concepts in Finnish, Hungarian, Romanian, Greek, Arabic, Hebrew, Vietnamese and Thai.
  static let languages = """
    drop: yhteys katkea; katkeaa; katkeili; katkesi; heittaa ulos; heitti ulos; kirjaa ulos; megszakad; kidob; ledob; szetkapcsol; bontott; deconecteaz; deconectat; deconecte; intrerup; se intrerupe; ma arunca; ma scoate; cade conexiunea; pica_; αποσυνδε; διακοπτ; διακοπη; πεταει; με πετα; πεφτει; قطع; ينقطع; انقطع; انقطاع; فصل; يفصل; انفصل; تسجيل الخروج; מתנתק; התנתק; ניתוק; נותק; זורק; נופל; ngat ket noi; mat ket noi; bi ngat; bi vang; vang ra; rot mang; หลุด; ตัดการเชื่อมต่อ; ขาดการเชื่อมต่อ; ถูกตัด; เด้งออก
    freeze: jaatyy; jumiutu; jumissa; jahmetty; kefagy; lefagy; megfagy; beragad; nem valaszol; se blocheaza; blocat; ingheata; inghetat; intepen; κολλαει; κολλησ; παγωνει; παγωσ; يتجمد; تجمد; تتجمد; يعلق; معلق; לא מגיב; נתקע; נתקעת; קופא; קפא; תקוע; bi treo; treo may; bi dung; dung hinh; bi do_; ค้าง; แฮงค์; แฮงก์; ไม่ตอบสนอง
    black: den man hinh; musta naytto; naytto on musta; mustana; fekete kepernyo; fekete; ecran negru; negru; μαυρη; μαυρο; شاشة سوداء; سوداء; اسود; מסך שחור; שחור; man hinh den; den thui; den si; จอดำ; หน้าจอดำ; จอมืด
    slow: hidas; hitaasti; tokkii; lassu; lassan; akadozik; lent_; incet; greu_; merge greu; αργο; αργει; αργα; καθυστερ; بطيء; بطيئ; بطء; איטי; איטית; לאט; cham; bi cham; lag_; giat; ช้า; หน่วง; กระตุก
    reach: ei voi yhdistaa; ei pysty yhdistama; ei paase; yhteytta ei voi; ei yhdisty; nem csatlakozik; nem tudok csatlak; nem erheto; nem lehet csatl; nu se conecteaza; nu ma pot conecta; nu se poate conecta; nu pot; imposibil; nu merge; nu functioneaza; δεν συνδε; δεν μπορω; δεν μπορει; αδυνατη η συνδεση; αδυναμια; لا يمكن الاتصال; تعذر الاتصال; لا يتصل; لا يمكنني; لا استطيع; فشل الاتصال; لا يعمل; לא מתחבר; לא מצליח להתחבר; לא ניתן להתחבר; לא עובד; אי אפשר; khong ket noi; khong the ket noi; khong vao duoc; khong truy cap; khong the truy cap; ket noi that bai; เชื่อมต่อไม่ได้; ไม่สามารถเชื่อมต่อ; เข้าไม่ได้; ต่อไม่ติด; เชื่อมต่อไม่
    not: nu_; fara; δεν_; οχι; μη_; لا_; ليس; لم_; بدون; לא_; אין; ללא; khong; chua_; ไม่
    password: salasana; tunnukset; kayttajatunn; jelszo; jelszav; hitelesito; parola; parole; credential; κωδικο; διαπιστευτηρι; كلمة المرور; كلمة السر; بيانات الاعتماد; סיסמ; הסיסמה; אישורים; mat khau; thong tin dang nhap; รหัสผ่าน; ข้อมูลประจำตัว
    wrong: vaara; virheellinen; ei kelpaa; hibas; helytelen; ervenytelen; gresit; incorect; nu corespund; respins; λαθοσ; λανθασμεν; δεν ισχυ; απορρι; خاطئة; خطا; غير صحيح; خاطئ; مرفوض; שגוי; שגויה; לא נכון; נדח; sai_; khong dung; khong hop le; bi tu choi; ผิด; ไม่ถูกต้อง; ปฏิเสธ
    again: kysyy jatkuvasti; kysyy uudelleen; ujra es ujra; folyton ker; mindig ker; kere_; cere_; cere mereu; cere din nou; ζηταει; ζητα_; ξανα; συνεχεια; يطلب; مرارا; مرة اخرى; يسال; מבקש; שוב ושוב; שוב; doi nhap; hoi lai; yeu cau nhap; ถามหา; ถามรหัส; ซ้ำ
    certificate: varmenne; varmentee; tanusitvany; certificat; πιστοποιητικ; شهادة; الشهادة; תעודה; אישור; תעודת; chung chi; chung thu; ใบรับรอง
    expired: vanhentunut; vanhentu; umpeutu; lejart; lejar; expirat; a expirat; εληξε; ληξε; ληγει; انتهت صلاحية; منتهي; انتهاء; انتهت; פג תוקף; פג; פקע; het han; qua han; หมดอายุ
    license: lisenssi; kayttolupa; licenc; licenta; licente; αδει; ترخيص; الترخيص; تراخيص; רישיון; רישוי; רישיונות; giay phep; ban quyen; license; ใบอนุญาต; ไลเซนส์; สิทธิ์การใช้งาน
    server: palvelin; kiszolgalo; szerver; serverul; διακομιστ; σερβερ; خادم; الخادم; السيرفر; שרת; השרת; may chu; เซิร์ฟเวอร์
    find: loydy; loyta; nem talal; nu gaseste; negasit; gasit; δεν βρ; βρεθηκ; العثور; يجد; לא נמצא; נמצא; למצוא; tim thay; ไม่พบ; หาไม่เจอ
    computer: tietokone; kone_; szamitogep; calculator; υπολογιστ; كمبيوتر; الكمبيوتر; جهاز; מחשב; המחשב; may tinh; คอมพิวเตอร์; เครื่อง
    account: tili_; tilin; kayttajatili; fiok; cont_; contul; λογαριασμ; حساب; الحساب; חשבון; tai khoan; บัญชี
    locked: lukittu; lukkiutu; zarolt; zarolva; kizarva; blocat_; κλειδωμεν; κλειδωσ; مقفل; قفل; محظور; נעול; ננעל; bi khoa; khoa tai khoan; ถูกล็อก; ล็อค
    vpn: vpn
    nla: verkkotason tod; halozati szintu; nivel de retea; autentificare la nivel; επιπεδο δικτυου; مستوى الشبكة; רמת הרשת; cap mang; muc mang; ระดับเครือข่าย
    gateway: yhdyskaytav; atjaro; gateway; poarta; πυλη; بوابة; البوابة; שער; cong ket noi; เกตเวย์
    firewall: palomuuri; tuzfal; firewall; τειχοσ προστ; جدار الحماية; جدار ناري; חומת אש; tuong lua; ไฟร์วอลล์
    internalerror: sisainen virhe; belso hiba; eroare interna; εσωτερικο σφαλμα; خطا داخلي; שגיאה פנימית; loi noi bo; ข้อผิดพลาดภายใน
    idle: toimettom; joutil; tetlen; inaktiv; inactivitate; inactiv; αδραν; αδρανει; خمول; عدم النشاط; לא פעיל; חוסר פעילות; khong hoat dong; khong thao tac; ไม่ใช้งาน; ไม่ได้ใช้
    interval: valein; tunnin valein; minuutin valein; percenkent; orankent; la fiecare; in fiecare; din ora in ora; καθε; κάθε; كل_; دقائق; كل ساعة; כל_; דקות; moi_; cu moi; phut; ทุกๆ; ทุก; นาที
    sleep: lepotila; virransaasto; alvo mod; alvas; repaus; hibernare; αναστολη; αδρανοποιηση; السكون; سكون; الاسبات; שינה; מצב שינה; ngu_; che do ngu; สลีป; พักเครื่อง
    update: paivityks; frissites; actualizar; ενημερωσ; تحديث; التحديث; עדכון; ban cap nhat; cap nhat; อัปเดต; อัพเดต
    everyone: kaikki; kaikilta; mindenki; mindenkit; toti_; toata lumea; ολοι; ολουσ; الجميع; جميع; כולם; tat ca; moi nguoi; ทุกคน
    problem: ongelma; virhe; hiba; gond; problema; eroare; προβλημα; σφαλμα; مشكلة; خطا; בעיה; שגיאה; loi_; su co; ปัญหา; ข้อผิดพลาด
    reconnect: yhdistaa uudelleen; yhdistyy uudelleen; ujracsatl; reconect; επανασυνδ; اعادة الاتصال; يعيد الاتصال; מתחבר מחדש; חיבור מחדש; ket noi lai; เชื่อมต่อใหม่
    otheruser: toinen kayttaja; masik felhasznalo; alt utilizator; alta persoana; αλλοσ χρηστησ; مستخدم اخر; משתמש אחר; nguoi khac; nguoi dung khac; ผู้ใช้อื่น; คนอื่น
    loggedon: kirjautuneena; be van jelentkezve; conectat_; este conectat; συνδεδεμεν; مسجل; متصل; מחובר; dang nhap; dang dang nhap; เข้าสู่ระบบ
    logonword: kirjautumi; bejelentkez; autentific; conectare; συνδεση; تسجيل الدخول; الدخول; התחברות; כניסה; dang nhap; เข้าสู่ระบบ; ล็อกอิน
    lsa: paikallista suojausv; helyi biztonsagi; autoritatea locala; securitate locala; τοπικη αρχη; سلطة الامان; الامان المحلية; רשות האבטחה; bao mat cuc bo; ความปลอดภัยภายใน
    dc: toimialueen ohj; tartomanyvezerlo; controler de domeniu; ελεγκτη τομεα; ελεγκτησ τομεα; وحدة تحكم المجال; בקר תחום; bo dieu khien mien; ตัวควบคุมโดเมน
    right: oikeus; oikeutta; jogosult; drept; permisiun; δικαιωμα; αδεια; صلاحية; صلاحيات; הרשאה; הרשאות; quyen; สิทธิ์
    drop: si chiude; viene chius; chiude la sess; ferme_; se ferme; saute_; coupee; me sort; schliesst; wird geschlossen; fliege raus; fliegt raus; fliegen raus; rausgeflogen; abgemeldet; schmiert ab; raus; se cierra; me saca; cierra sola; finaliza; fecha; encerra; sai sozinh; valt weg; eruit gegooid; afgemeld; sluit; zamyka; wylogow; закрыва; разлогин; завершается; выходит сам; 勝手に閉じ; 強制終了; ログアウト; 自动退出; 自动断; 被登出; 로그아웃; 종료됨
    idle: inattivita; inattivo; inactivite; inactividad; ohne eingabe; keine eingabe; nichts getan; fermo; sans activite; sans toucher; senza usar; senza tocc; non uso; sem uso; sin actividad; bez aktywn; nicht benutz; 操作しない; 放置; 不操作; 没操作; 아무것도 안
    sleep: se met en veille; met en veille; ordinateur dort; rabats; ferme le capot; ferme l ecran; ecran du portable; laptop zuklapp; deckel; zuklappe; eingeschlafen; tapa del portatil; chiudo il portatil; 蓋; 盖上; 合上
    sameuser: derselbe benutzer; demselben konto; gleichem konto; gleichen konto; memes identifiants; lo stesso account; stesso account; ta sama nazwa; to samo konto
    otheruser: jemand anders; jemand anderes; ein anderer; un collegue; quelqu un; alguien; qualcuno; alguem; iemand; ktos; кто-то; другой
    limit: countdown; zeitbegrenz; maximale; durchgehend
    screenlock: bildschirm sperrt; verrouille; bloquea la pantalla; blocca lo schermo
    stucksession: nicht abmelden; sitzung hangt; sitzung bleibt; session fantome; session bloquee; sesion colgada; sessione bloccata; зависший сеанс; зависшая сессия; завис сеанс; 会话卡; セッションが残
    again: kennwortabfrage; passwortabfrage; staendig; standig; dauernd; toujours; siempre; sempre; ciagle; постоянно; всё время; все время; 毎回; 每次; 매번
    interval: standig; dauernd; immer wieder; sans arret; tout le temps; constamment; continuamente; constantemente; todo el rato; sempre; steeds; ciagle; non stop; постоянно; все время; 頻繁; しょっちゅう; 经常; 总是; 자주; 계속
    """
}
