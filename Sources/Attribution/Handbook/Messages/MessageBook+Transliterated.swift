extension MessageBook {
  /// Russian in Latin letters, as it is typed where the keyboard has no others.
  static let transliterated: String = {
    let remote = "udalenn; udalen; rdp; mstsc; terminaln"
    return """
      mstsc 0x204 :: \(remote) & odnoy iz sled; odnoi iz sled; sleduyushih prichin; sleduyuschih prichin; sleduyushchih prichin; sleduuschih prichin; iz sleduyus
      message cannot connect :: ne udaetsya podk; ne udaetsa podk; ne udalos podk; ne mogu podk; ne mozhet podk; nevozmozhno podk; ne podkl; ne mozet podk & \(remote)
      message connection lost :: podkluchenie; podklyuchenie; soedinenie; svyaz & poteryan; razorvan; prervan; utracheno & \(remote)
      message session ended :: seans & zavershen; okonchen & \(remote)
      extended 0x5 :: drugoy polzovatel; drugoi polzovatel; drugoj polzovatel & podkl; voshel; zashel
      extended 0x101 :: server licenz; servery licenz; serverov licenz; server litsenz; servery litsenz; serverov litsenz; servera licenz & net; otsut; nedostup; dostupnye
      subject licensing :: licenzi; licenzirovan; litsenz & \(remote)
      subject internal error :: vnutrennyaya oshibka; vnutrenyaya oshibka; vnutrennaya oshibka; vnutrennei oshibk
      subject protocol error :: oshibki protokola; oshibka protokola; oshibke protokola
      subject encryption oracle :: ukazannaya funkci; zaproshennaya funkci; trebuemaya funkci; ukazannaja funkci; zaprashivaemaya funkci & ne podderzh; ne podderj
      SEC_E 0x80090304 :: lokalnoy sistemoy bezopasnosti; lokalnoi sistemoi bezopasnosti; lokalnym administratorom bezopasnosti
      NTSTATUS 0xC000005E :: kontroller domena; kontrollerom domena & ne; nedostup
      subject NLA :: proverki podlinnosti; proverka podlinnosti & oshibk; urovne seti
      subject password :: uchetnye dannye; uchetnie dannie & nevern; ne podosh; ne podhod; ne podoshli
      subject password :: parol & nevern; ne podhod; ne prinima & \(remote); polzovatel
      subject certificate :: sertifikat & \(remote); podlinnost
      mstsc 0x104 :: ne udaetsya nayti kompyuter; ne udaetsya naiti kompyuter; ne mozhet nayti kompyuter; ne nahodit kompyuter; ne naiden kompyuter
      subject black screen :: cherny ekran; cherniy ekran; chernyi ekran; chernyy ekran; cherny ekran & \(remote); vhod
      subject freezes :: zavisaet; zavisayet; podvisaet; zavis & \(remote)
      subject network :: otklyucha; otklucha; obryv; vykidyva; vikidiva; rvetsya; vyletaet; razryv & postoyanno; kazhd; chasto; periodicheski & \(remote)
      """
  }()
}
