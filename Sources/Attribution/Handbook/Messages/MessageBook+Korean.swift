extension MessageBook {
  /// Dialogs, events and people's words in Korean, by stems.
  static let korean = """
    mstsc 0x204 :: 이유 중 하나; 다음 이유; 다음 중 하나; 이유로 인해 & 원격
    mstsc 0x204 :: 서버에 대한 원격 액세스; 원격 액세스 & 사용하도록; 사용할 수 없; 설정되지
    message cannot connect :: 연결할 수 없; 연결하지 못; 연결에 실패; 접속할 수 없; 연결이 되지 & 원격 컴퓨터; 원격 데스크톱; 원격 데스크탑; 원격 pc
    message connection lost :: 연결 & 끊; 손실; 해제 & 원격 컴퓨터; 원격 세션; 원격 데스크톱; 원격 pc
    subject network :: 네트워크 연결 문제; 네트워크 문제; 네트워크 연결에 문제 & 원격; 세션; 끊
    message session ended :: 원격 데스크톱 서비스 세션; 원격 세션 & 종료; 끝났
    extended 0x5 :: 다른 사용자 & 연결; 로그인; 로그온 & 원격; 끊; 컴퓨터; 종료
    mstsc 0x3 :: 관리자 & 세션; 연결 & 종료했; 끊었; 종료되었; 종료하였
    mstsc 0x3 :: 원격 컴퓨터에서 연결; 원격 컴퓨터가 연결 & 종료; 끊
    extended 0x3 :: 유휴; 비활성 & 세션; 원격 & 시간; 제한; 초과; 종료
    extended 0x4 :: 로그온 시간; 로그인 시간; 활성 세션; 세션 시간 & 제한; 초과
    extended 0x101 :: 라이선스 서버; 라이센스 서버 & 없; 사용할 수; 찾을 수
    extended 0x102 :: 클라이언트 액세스 라이선스; 클라이언트 액세스 라이센스 & 없; 사용할 수
    subject licensing :: 라이선스 프로토콜; 라이센스 프로토콜; 라이선싱; 라이선스 서버; 라이센스 서버; 유예 기간; 라이선스 모드; 라이선스 프로토콜
    subject internal error :: 내부 오류 & 발생; 원격; 세션
    subject protocol error :: 프로토콜 오류 & 세션; 원격; 끊; 연결
    message security error :: 보안 오류 & 클라이언트; 원격; 연결
    mstsc 0xB06 :: 데이터 암호화; 암호화 오류; 암호화 중 & 세션; 오류; 원격
    mstsc 0xC06 :: 암호 해독 오류; 복호화 오류; 해독 오류
    mstsc 0xC08 :: 압축 풀기; 압축 해제 & 클라이언트; 세션; 실패
    subject encryption oracle :: 요청한 함수가 지원되지; 요청한 함수는 지원되지; 요청한 기능이 지원되지; 요청한 기능은 지원되지; 요청된 함수; 요청된 기능 & 지원
    subject encryption oracle :: credssp & 암호화; 오라클
    SEC_E 0x80090304 :: 로컬 보안 기관; 현지 보안 기관; 로컬 보안 인증 기관; 로컬 보안 권한
    NTSTATUS 0xC000005E :: 도메인 컨트롤러 & nla; 네트워크 수준; 네트워크 계층 & 없; 못
    subject NLA :: 네트워크 수준 인증; 네트워크 계층 인증
    subject NLA :: 인증 오류 & 발생; 원격
    subject password :: 자격 증명 & 작동하지; 잘못; 올바르지; 유효하지; 거부
    subject password :: 로그온 시도; 로그인 시도 & 실패
    subject password :: 사용자 이름; 사용자명 & 암호; 비밀번호 & 올바르지; 잘못; 틀; 정확하지
    credssp.account_restricted :: 계정 & 잠겨; 잠겼; 잠금; 사용 안; 비활성화; 제한; 만료
    mstsc 0x1307 :: 제한 & 로그온 유형; 로그인 유형; 로그온의 유형; 네트워크 또는 대화형
    mstsc 0x1107 :: 제한 & 로그온할 수 있는 컴퓨터; 로그인할 수 있는 컴퓨터
    mstsc 0x1007 :: 제한 & 로그온할 수 있는 시간; 로그인할 수 있는 시간
    credssp.password_expired :: 암호; 비밀번호 & 만료; 변경해야; 바꿔야
    credssp.access_denied :: 원격 로그인; 원격 로그온; 원격 데스크톱 서비스를 통해 로그온; 원격 데스크톱 서비스를 통한 로그온; 원격 데스크톱 서비스를 통해 로그인 & 권한; 허용; 허가
    subject certificate :: 원격 컴퓨터의 신원; 원격 컴퓨터의 id; 원격 컴퓨터의 & 확인할 수 없; 인증할 수 없
    subject certificate :: 인증서 & 만료; 신뢰; 이름; 유효하지; 일치하지; 확인 & 원격; 서버; 보안; rdp
    mstsc 0x104 :: 컴퓨터를 찾을 수 없; 컴퓨터를 찾지 못; pc 를 찾을 수 없; 찾을 수 없 & 원격 데스크톱; 원격 컴퓨터; 원격 pc; 원격
    subject session limits :: 연결 수; 사용자 수; 연결의 수; 세션 수 & 제한; 최대; 초과
    subject session limits :: 사용자가 너무 많; 너무 많은 사용자
    subject stuck sessions :: 원격 데스크톱 서비스 & 사용 중; 바쁩
    mstsc 0x300000D :: 게이트웨이 & 일시적으로 사용
    mstsc 0x300000C :: 게이트웨이 & 주소 & 연결할 수 없; 잘못; 올바르지
    mstsc 0x300001B :: 게이트웨이 & 권한 목록; 사용 권한 목록; 리소스 권한
    mstsc 0x300001C :: 게이트웨이 & 권한이 없; 액세스할 수 있는 권한; 연결 권한
    subject gateway :: 원격 데스크톱 게이트웨이
    subject saved credentials :: 저장된 자격 증명; 저장된 암호
    subject auto-reconnect :: 다시 연결; 재연결 & 시도; 중 & 20; 원격; 세션
    subject stuck connecting :: 원격 세션을 구성; 원격 세션 구성; 원격 연결 보안; 원격 연결을 시작; 연결 품질
    mstsc 0x106 :: 메모리가 부족; 가상 메모리 & 원격; 연결
    mstsc 0x1D07 :: 시간 또는 날짜; 날짜 또는 시간 & 차이; 다르
    mstsc 0x708 :: 콘솔 세션
    subject client crash :: 작동을 멈췄; 작동이 중지; 충돌 & 원격 데스크톱 연결; mstsc
    Winsock 10060 :: 연결된 구성원; 제대로 응답하지 않; 호스트로부터 응답이 없
    Winsock 10061 :: 대상 컴퓨터에서 연결을 거부; 연결을 거부했
    Winsock 10054 :: 원격 호스트에 의해 강제로; 강제로 끊겼
    Winsock 10053 :: 호스트 시스템의 소프트웨어; 소프트웨어의 의해 중단
    Win32 121 :: 세마포 제한 시간; 세마포어
    Win32 64 :: 지정된 네트워크 이름을 더 이상
    Win32 53 :: 네트워크 경로를 찾지
    Win32 1722 :: rpc & 서버를 사용할 수 없
    Win32 5 :: 액세스가 거부
    NTSTATUS 0xC000018D :: 트러스트 관계; 신뢰 관계 & 도메인; 워크스테이션
    NTSTATUS 0xC000005E :: 로그온 서버가 없; 로그온 요청을 처리
    event 21 :: 세션 로그온 성공; 세션 로그온이 성공
    event 23 :: 세션 로그오프 성공; 세션 로그오프가 성공
    event 24 :: 세션 연결이 끊; 세션의 연결이 끊
    event 25 :: 세션 다시 연결 성공; 세션 다시 연결이 성공; 세션 재연결
    event 40 :: 끊 & 이유 코드; 원인 코드
    event 1149 :: 사용자 인증에 성공; 사용자 인증 성공; 사용자 인증이 성공
    event 4625 :: 계정을 로그온하지 못; 계정이 로그온하지 못; 계정 로그온에 실패
    event 4624 :: 계정이 성공적으로 로그온
    event 4740 :: 사용자 계정이 잠겼; 사용자 계정이 잠겨
    event 36887 :: 치명적인 경고 & 받았; 수신
    event 36888 :: 치명적인 경고 & 생성; 보냈
    event 7031 :: 서비스가 예기치 않게; 서비스가 예상치 & 원격 데스크톱; termservice
    event 6008 :: 이전 시스템 종료 & 예기치
    event 41 :: 정상적으로 종료되지 않고; 시스템이 다시 시작; 완전히 종료되지 & 시스템
    event 42 :: 시스템이 절전; 절전 모드로 전환
    event 56 :: 터미널 서버 보안 계층
    event 50 :: 프로토콜 구성 요소 & rdp; x.224
    ?subject black screen :: 검은 화면; 검정 화면; 블랙 스크린; 화면이 까맣; 까만 화면; 검은색 화면
    ?subject freezes :: 멈춤; 멈춥; 멈춰; 멈추; 얼어; 먹통; 프리징; 응답 없음
    ?subject network :: 끊; 튕 & 자주; 계속; 매번; 분마다; 수시로; 가끔; 반복; 주기적; 자꾸
    ?subject network :: 느림; 느려; 느립; 지연; 렉; 패킷 손실 & 원격; rdp; 세션
    ?mstsc 0x204 :: 연결이 안; 접속이 안; 접속 안; 연결 안; 접속 불가; 연결 불가; 안됩니다 & 원격; rdp
    ?subject firewall :: 방화벽; 포트 & 3389; rdp; 원격
    ?subject idle timers :: 유휴; 사용하지 않; 가만히 & 끊; 분; 시간; 종료
    ?subject sleep :: 절전; 최대 절전; 대기 모드 & 원격; rdp; 컴퓨터; pc
    ?subject licensing :: 라이선스; 라이센스 & 원격; rdp; 만료; 120
    ?subject password :: 암호; 비밀번호; 자격 증명 & 틀; 잘못; 계속; 반복; 입력하라
    ?subject certificate :: 인증서 & 원격; rdp; 경고; 오류
    ?subject saved credentials :: 암호; 비밀번호; 자격 증명 & 매번; 저장
    """
}
