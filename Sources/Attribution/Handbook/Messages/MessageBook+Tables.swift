extension MessageBook {
  /// Patterns of roles and of Azure, and those of each language.
  static var more: [MessagePattern] {
    [roles, administration, records, cloud].flatMap { MessageTable.patterns($0) }
      + [
        german, french, spanish, italian, portuguese, dutch, polish, russian, chinese, japanese,
        korean,
      ].flatMap { MessageTable.languagePatterns($0) }
  }
}
