extension MessageEntries {
  /// What Windows asks before one user takes the place of another.
  static let takeovers: [HandbookEntry] = [
    row(
      "another user", "another user is signed in; a client Windows runs one session at a time",
      """
      No failure: Windows 10 and 11 let one user work at a time, at the desk or remotely. Whoever goes on here disconnects the other, whose programs keep running; the other is asked first and may refuse. Servers without the session host role run two sessions, for administration.
      """,
      confirm: [
        "On the host: quser lists who is signed in, where, and since when.",
        "Event 4778 and 4779 of the Security log, 24 and 40 of LocalSessionManager: who was disconnected, when.",
      ],
      fixes: [
        Fix("Ask the other user to sign out, or sign out the forgotten session.", command: "quser"),
        Fix(
          "Where several people must work at once, use a server with the session host role and licences (CALs), or one machine each."
        ),
      ],
      seeAlso: ["extended 0x5", "subject session limits", "subject stuck sessions"])
  ]
}
