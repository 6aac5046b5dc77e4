extension MessageBook {
  /// What Windows and people say in Traditional Chinese and not in Simplified.
  static let traditionalChinese = """
    message security error :: 安全性設定錯誤; 安全性錯誤; 安全性問題 & 用戶端無法連線; 用戶端無法連接; 無法連線到遠端電腦; 用戶端
    mstsc 0xB09 :: 網路層級驗證; 網路層級身分驗證; 網路層級認證 & 不支援
    NTSTATUS 0xC000005E :: 網域控制站 & 無法連絡; 無法聯絡; 無法連線; 無法與
    extended 0x101 :: 授權伺服器 & 沒有; 無法; 找不到; 無可用; 不可用
    extended 0x102 :: 用戶端存取授權; 用戶端存取使用權 & 沒有; 無; 不足
    subject licensing :: 授權通訊協定錯誤; 授權通訊協定; 寬限期; 授權模式; 遠端桌面授權; 授權問題; 遠端桌面授權模式
    extended 0x5 :: 其他使用者; 另一位使用者; 另一個使用者; 其他人 & 已連線到遠端; 連線至遠端; 連線到遠端電腦; 已連線; 踢掉; 踢出
    message another user :: 另一位使用者; 其他使用者; 另一個使用者 & 已登入; 登入中 & 如果您繼續; 若繼續; 如果繼續; 將會中斷; 將被中斷
    mstsc 0x3 :: 系統管理員已結束; 管理員已結束; 管理員結束了; 系統管理員結束 & 工作階段; 連線
    extended 0x3 :: 閒置; 未收到任何輸入; 沒有收到任何輸入; 未從使用者收到 & 工作階段; 遠端; 時間; 限制
    extended 0x4 :: 登入時間限制; 登入時間上限; 工作階段時間; 時間上限; 總登入時間 & 達到; 超過; 已達; 逾時
    subject internal error :: 發生內部錯誤; 內部錯誤
    subject protocol error :: 通訊協定錯誤 & 工作階段; 連線; 遠端
    mstsc 0xB06 :: 資料加密錯誤; 資料加密 & 錯誤
    subject encryption oracle :: 要求的函數; 所要求的功能; 要求的函式; 要求的功能 & 不支援; 不受支援
    subject encryption oracle :: credssp & 加密
    SEC_E 0x80090304 :: 本機安全性授權; 本機安全性授權單位; 本機安全性權限 & 無法; 連絡; 聯絡
    subject NLA :: 發生驗證錯誤; 驗證錯誤; 網路層級驗證
    subject password :: 認證無法運作; 您的認證無法; 認證不正確; 登入嘗試失敗; 認證無法使用; 憑證無法運作; 嘗試登入失敗; 認證無效
    credssp.account_restricted :: 帳戶; 帳號 & 鎖定; 停用; 到期; 限制; 過期
    mstsc 0x1007 :: 登入時段; 登入的時間; 登入時間 & 限制 & 管理員; 帳戶
    mstsc 0x1107 :: 登入的電腦; 可登入的電腦; 可以登入的電腦 & 限制
    credssp.password_expired :: 密碼 & 已過期; 已到期; 必須變更; 需要變更
    credssp.access_denied :: 遠端登入; 遠端桌面服務登入; 透過遠端桌面服務登入; 從遠端登入 & 權限; 權利; 授權; 未獲
    subject certificate :: 無法確認遠端電腦的身分; 無法驗證遠端電腦的身分; 遠端電腦的身分; 無法識別遠端
    subject certificate :: 憑證 & 過期; 到期; 信任; 不符; 無效; 撤銷; 警告; 不相符 & 遠端; rdp; 伺服器; 安全性
    mstsc 0x104 :: 找不到電腦; 找不到遠端電腦; 電腦找不到
    subject name resolution :: 電腦名稱; 用名稱; 主機名稱 & ip & 可以; 能; 連 & 遠端; rdp
    subject session limits :: 連線數; 使用者數; 工作階段數; 太多使用者; 同時連線; 連線數目 & 上限; 限制; 超過; 太多
    mstsc 0x300000C :: 閘道 & 位址; 地址 & 無法連線; 不正確; 無法連絡; 無法到達
    mstsc 0x3000007 :: 閘道 & 憑證 & 過期; 到期; 撤銷
    mstsc 0x300000D :: 閘道 & 暫時無法; 暫時不可
    message connection lost :: 連線; 連接 & 已中斷; 遺失; 已遺失 & 遠端電腦; 遠端桌面
    subject auto-reconnect :: 重新連線 & 嘗試; 正在; 20
    subject remote desktop off :: 遠端桌面 & 未啟用; 已停用; 家用版; 不支援遠端桌面
    event 40 :: 工作階段 & 中斷 & 原因代碼; 原因碼; 理由代碼
    subject sleep :: 闔上; 蓋上; 合上; 睡眠; 休眠 & 遠端; rdp & 中斷; 斷線; 斷開
    subject session limits :: 清空模式; 排出模式; 排空模式; 耗盡模式
    """
}
