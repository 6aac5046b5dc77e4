/// Steps for the Remote Desktop roles and what stands beside them.
enum RoleFix {
  typealias Fix = Explanation.Fix

  static let brokerServices = Fix(
    """
    On the broker check that its services and its database run, and that session hosts reach it by name (RPC, TCP 135 and 445).
    """,
    command: "Get-Service Tssdis, RDMS, 'MSSQL$MICROSOFT##WID'")
  static let brokerComputers = Fix(
    "Put the computer account of each session host into the broker's group.",
    command: "net localgroup \"Session Broker Computers\" DOMAIN\\HOST$ /add")
  static let networkPolicy = Fix(
    """
    On the NPS look up the reason code of event 6273 and mend that policy, group, account or extension; the policies of the gateway stand in its CAP store.
    """,
    command: "Get-WinEvent -FilterHashtable @{LogName='Security';Id=6273,6274} -MaxEvents 5 | fl")
  static let exposure = Fix(
    """
    Do not leave Remote Desktop open to the internet: allow it from a VPN, a gateway or known addresses only, keep NLA and an account lockout policy on.
    """)
  static let profileFolder = Fix(
    """
    Check that the folder or share of the profile is reached, has room, and that the user has full control of it; with FSLogix or profile disks, that no other host holds the disk.
    """,
    command:
      "Get-WinEvent -FilterHashtable @{LogName='Application';Id=1500,1502,1508,1509,1511,1515} -MaxEvents 10"
  )
  static let profileList = Fix(
    """
    Where one user's key exists twice (with and without .bak), sign the user out, save both keys, and keep the one whose ProfileImagePath is right.
    """,
    command: "reg query \"HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\" /s",
    risk: "A wrong key costs the user's settings; export the keys before.")
}
