extension MessageBook {
  /// Dialogs, events and people's words in Turkish, by stems.
  static let turkish: String = {
    let remote = """
      uzak masaustu; uzak bilgisayar; uzak oturum; rdp; uzak baglanti; terminal sunucu; uzak sunucu; \
      uzaktan
      """
    return """
      mstsc 0x204 :: \(remote) & nedenlerden biri; nedenlerinden biri; sebeplerden biri; su nedenlerle
      mstsc 0x204 :: uzaktan erisim & etkin degil; etkinlestirilmemis; kapali; devre disi
      message cannot connect :: baglanamiyor; baglanamadi; baglanilamiyor; baglanti kurulamadi; baglanti kurulamiyor; baglanamiyorum; baglanilamadi & \(remote)
      message connection lost :: baglanti; baglantisi; baglantiniz & koptu; kesildi; kayboldu; kaybedildi & \(remote)
      subject network :: ag baglantisi sorun; ag sorun; ag baglanti sorun; ag baglantisindaki; ag baglantisi problem & oturum; uzak; baglanti
      message session ended :: oturumunuz sona erdi; oturum sona erdi; oturumu sona erdi; oturum sonlandi & \(remote)
      extended 0x5 :: baska bir kullanici; baska kullanici; diger kullanici & baglandi; baglandigi; oturum acti & baglantiniz; kesildi; kayb; uzak
      extended 0x5 :: ayni kullanici; ayni hesap & atiyor; dusuruyor; kesiliyor; cikariyor; oturum
      message another user :: baska bir kullanici; baska kullanici & oturum acti; oturum acmis & devam eder; baglantisi kesilecek; devam etmek
      mstsc 0x3 :: yonetici & oturumu sonlandirdi; oturumu sona erdirdi; baglantiyi sonlandirdi; baglantiyi kesti; oturumunuzu sonlandir; tarafindan sonlandir
      extended 0x3 :: bosta kalma; bosta kaldi; hareketsiz; giris almadi; girdi almadi; islem yapilmadi; bosta oturum & oturum; sure; sinir; uzak
      extended 0x4 :: oturum acma suresi; toplam oturum suresi; oturum sure siniri; etkin oturum siniri; oturum suresi & sinir; doldu; asildi; asti
      extended 0x101 :: lisans sunucu & yok; bulunamadi; bulunmadigi; bulunmuyor; kullanilamiyor; kullanilabilir
      extended 0x102 :: istemci erisim lisans & yok; bulunmadigi; bulunamadi; kullanilabilir; bulunmuyor
      subject licensing :: lisans protokol; lisanslama protokol; yetkisiz kullanim suresi; ek kullanim suresi; yetkisiz kullanim; lisanslama mod; lisans sunucu; lisanslama sunucu
      subject licensing :: lisans & \(remote) & doldu; bitti; suresi; 120; sorun; hata
      subject internal error :: ic hata; dahili hata; dahili bir hata; bir ic hata & olustu; uzak; rdp
      subject protocol error :: protokol hatasi & oturum; uzak; rdp; baglanti
      message security error :: guvenlik hatasi & istemci; uzak; baglan
      mstsc 0xB06 :: veri sifreleme; sifreleme hatasi; veri sifrelemesi & hata; oturum; uzak
      subject encryption oracle :: istenen islev; istenen fonksiyon; talep edilen islev & desteklenmiyor
      subject encryption oracle :: credssp & sifreleme; oracle; duzeltme
      SEC_E 0x80090304 :: yerel guvenlik yetkilisi; yerel guvenlik otorite; yerel guvenlik yetkili; yerel guvenlik makam
      NTSTATUS 0xC000005E :: etki alani denetleyici & ulasilamiyor; ulasilamadi; baglanti kurulamadi; baglanilamiyor; baglanilamadi; kurulamiyor
      mstsc 0xB09 :: ag duzeyinde kimlik & gerektiriyor; gerektirir & desteklemiyor; desteklenmiyor
      subject NLA :: ag duzeyinde kimlik dogrulama; ag duzeyi kimlik dogrulama; ag duzeyinde kimlik
      subject NLA :: kimlik dogrulama hatasi & olustu; uzak; rdp
      subject password :: kimlik bilgileri; kimlik bilgileriniz & calismadi; ise yaramadi; gecersiz; yanlis; reddedil; kabul & \(remote); baglan
      subject password :: oturum acma girisimi; oturum acma denemesi & basarisiz; oldu
      subject password :: kullanici adi & parola; sifre & yanlis; gecersiz; hatali & \(remote)
      credssp.account_restricted :: hesap; hesabi; hesabiniz & kilit; devre disi; kisitla; suresi dol & \(remote); yonetici; oturum acilamayabilir
      mstsc 0x1307 :: yonetici & oturum acma turu; oturum acma turun; oturum acma tip & kisit; sinir
      mstsc 0x1107 :: oturum acabileceginiz bilgisayar; oturum acabilecegi bilgisayar & kisit; sinir
      mstsc 0x1007 :: oturum acabileceginiz saat; oturum acabileceginiz zaman; oturum acma saat & kisit; sinir; izin
      credssp.password_expired :: parola; parolaniz; parolanizin; sifrenizin; sifreniz & suresi dol; degistirilmeli; degistirmeniz; degistirmelisiniz & \(remote); yonetici; ilk kez oturum
      credssp.access_denied :: uzaktan oturum acma; uzaktan oturum acmak; uzak masaustu hizmetleri araciligiyla; uzak masaustu hizmetleri ile oturum & yetki; izin; hakk; yetkili degil
      subject certificate :: uzak bilgisayarin kimligi; uzak bilgisayarin kimligini & dogrulan
      subject certificate :: sertifika & suresi; guven; gecersiz; eslesm; uyari; hata; iptal; sorun & \(remote); sunucu; guvenlik
      mstsc 0x104 :: bilgisayari bulamiyor; bilgisayar bulunamadi; bilgisayari bulamadi; adli bilgisayar bulun
      mstsc 0x104 :: uzak masaustu & bulamiyor; bulamadi
      subject name resolution :: isimle; ismiyle; bilgisayar adi; adiyla; adi ile & ip & rdp; uzak
      subject session limits :: baglanti sayisi; kullanici sayisi; oturum sayisi; cok fazla kullanici; cok fazla oturum & sinir; en fazla; asildi; fazla; doldu
      mstsc 0x300000D :: ag gecidi & gecici olarak
      mstsc 0x300000C :: ag gecidi & adres & ulasilamiyor; yanlis; hatali; erisilemiyor
      mstsc 0x3000007 :: ag gecidi & sertifika & suresi; iptal
      mstsc 0x300001B :: ag gecidi & izin listesi; kaynak yetkilendirme
      mstsc 0x300001C :: ag gecidi & yetkiniz yok; yetkili degil; baglanti yetkilendirme; izniniz yok
      subject gateway :: uzak masaustu ag gecidi
      subject saved credentials :: kayitli kimlik bilgi; kaydedilmis kimlik bilgi; kayitli parola
      subject auto-reconnect :: yeniden baglan & dene; girisim; 20; calis; kesildi; koptu
      mstsc 0x106 :: bellek yetersiz; yetersiz bellek; bellek az; sanal bellek & uzak; baglan
      mstsc 0x1D07 :: saat farki; zaman farki; tarih fark; saat veya tarih & bilgisayar; uzak
      subject remote desktop off :: uzak masaustu & etkin degil; devre disi; home surum; desteklemiyor
      event 21 :: oturum acma basarili; oturumu acma basarili & uzak masaustu hizmetleri; oturum kimligi
      event 23 :: oturumu kapatma basarili; oturum kapatma basarili & uzak masaustu hizmetleri; oturum kimligi
      event 24 :: oturumun baglantisi kesildi; oturum baglantisi kesildi & uzak masaustu hizmetleri; kaynak ag
      event 25 :: oturuma yeniden baglanma basarili; oturum yeniden baglan & basarili; basariyla
      event 40 :: oturum & baglantisi kesildi & neden kodu
      event 1149 :: kullanici kimlik dogrulamasi & basarili
      event 4625 :: hesap oturum acamadi; hesapta oturum acilamadi; bir hesap oturum acma & basarisiz; acamadi; acilamadi
      event 56 :: terminal sunucusu guvenlik katman
      subject black screen :: siyah ekran; kara ekran; ekran siyah; ekran kararti & \(remote)
      subject freezes :: donuyor; takiliyor; donma; kilitleniyor; dondu & \(remote)
      subject network :: kopuyor; kesiliyor; dusuyor; atiyor; koptu & surekli; her; sik; dakikada; rastgele; wifi & \(remote)
      subject network :: yavas; gecikme; kasiyor & \(remote)
      subject firewall :: guvenlik duvari; port & 3389; \(remote) & engel; acik; kapali; izin
      subject sleep :: uyku; hazirda bekle; laptopu kapat; kapagini kapat & \(remote)
      """
  }()
}
