/** Languages of South, South-East and East Asia. */
import { phrases, type Vocabulary } from './sense.ts';

export const asian: Readonly<Record<string, Vocabulary>> = {
  id: {
    otp: phrases(`
      kode sekali pakai | sandi sekali pakai | dua faktor | dua langkah | kode verifikasi |
      kode otentikasi | kode autentikasi | kode keamanan
    `),
    code: phrases('kode'),
    recovery: phrases('kode pemulihan | kode cadangan'),
    or: phrases('atau'),
  },
  ms: {
    otp: phrases(`
      kod pengesahan | kod keselamatan | pengesahan dua langkah | kata laluan sekali
    `),
    code: phrases('kod'),
    recovery: phrases('kod pemulihan | kod sandaran'),
    or: phrases('atau'),
  },
  vi: {
    otp: phrases(`
      ma xac thuc | ma xac minh | ma xac nhan | ma bao mat | mat khau mot lan | ma dung mot lan |
      hai yeu to | hai buoc | 2 buoc
    `),
    code: phrases('ma'),
    recovery: phrases('ma khoi phuc | ma du phong | ma sao luu'),
    or: phrases('hoac'),
  },
  ja: {
    otp: phrases(`
      ワンタイム | 認証コード | 確認コード | 検証コード | セキュリティ コード | 二要素 | 2 要素 | 二段階 | 2 段階 | 多要素 | 認証アプリ | 桁 の コード |
      認証 番号 | 確認 番号 | 多段階
    `),
    code: phrases('コード | パス コード'),
    recovery: phrases('リカバリ コード | 回復 コード | バックアップ コード | 復旧 コード'),
    or: phrases('または | もしくは'),
  },
  zh: {
    otp: phrases(`
      验证码 | 驗證碼 | 动态 码 | 动态 口令 | 动态 密码 | 動態 密碼 | 一次性 | 双重 | 雙重 | 两步 | 兩步 | 双因素 | 雙因素 | 两 因素 | 校验 码 |
      身份验证器 | 身分 驗證器 | 验证代码 | 確認 碼 | 确认码 | 安全 码 | 安全 碼 | 认证 码 | 認證 碼 | 多因素 | 双 因子 | 雙 因子 | 兩步驟 | 動態 碼 |
      驗證 代碼 | 短信 码
    `),
    code: phrases('代码 | 代碼 | 口令 | 令牌'),
    recovery: phrases(`
      恢复 码 | 恢復 碼 | 恢复 代码 | 恢復 代碼 | 备用 码 | 備用 碼 | 备份 码 | 備份 碼 | 备用 验证码 | 備用 驗證碼 | 还原 码 | 復原 碼 | 復原 代碼
    `),
    or: phrases('或'),
  },
  ko: {
    otp: phrases(
      '일회용 | 인증 코드 | 인증 번호 | 확인 코드 | 보안 코드 | 2단계 | 이중 인증 | 2차 인증 | 인증 앱 | 자리 코드',
    ),
    code: phrases('코드 | 번호'),
    recovery: phrases('복구 코드 | 백업 코드'),
    or: phrases('또는'),
  },
  th: {
    otp: phrases(`
      รหัสยืนยัน | รหัส ผ่าน แบบ ใช้ ครั้ง เดียว | รหัส แบบ ใช้ ครั้ง เดียว | ใช้ ครั้ง เดียว |
      สองขั้นตอน | สอง ปัจจัย | รหัส ความ ปลอดภัย
    `),
    code: phrases('รหัส | โค้ด'),
    recovery: phrases('รหัส กู้คืน | รหัส สำรอง | โค้ด สำรอง | โค้ด กู้คืน'),
    or: phrases('หรือ'),
  },
  hi: {
    otp: phrases('सत्यापन कोड | वन टाइम | प्रमाणीकरण कोड | दो चरण* | सुरक्षा कोड'),
    code: phrases('कोड'),
    recovery: phrases('बैकअप कोड'),
    or: phrases('या'),
  },
};
