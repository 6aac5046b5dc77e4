extension ProtocolTrace {
  /// Neither side said anything in MCS of itself, of encryption or of an end.
  public var isSilentInMCS: Bool {
    mcs.clientName == nil && mcs.clientBuild == nil && mcs.clientData == nil
      && mcs.serverData == nil && mcs.ultimatums.isEmpty && mcs.errorInfo == nil
      && mcs.encryptionMethod == nil && mcs.encryptionLevel == nil && !mcs.hasDetails
  }
}
