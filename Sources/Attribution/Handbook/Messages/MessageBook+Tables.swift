extension MessageBook {
  /// Patterns of roles and of Azure, and those of each language.
  static var more: [MessagePattern] {
    [roles, administration, records, cloud, otherPrograms].flatMap { MessageTable.patterns($0) }
      + languageTables.flatMap { MessageTable.languagePatterns($0) }
  }

  private static var languageTables: [String] {
    [
      german, french, spanish, italian, portuguese, dutch, polish, russian, chinese, japanese,
      korean, czech, danish, swedish, turkish, ukrainian, transliterated, traditionalChinese,
      easternWordings, westernWordings, guacamole, errorInfo,
    ]
  }
}
