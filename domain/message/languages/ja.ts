import type { IncidentStatus } from '../../incident/incident';
import { wordsFor } from '../../notification/words/words';
import type { MessageLanguage } from './language';
import { isOpen, lineOf, listing } from './listing';
import { mentionSaid, newsSaid } from './news';
import { JAPANESE_NEWS } from './news-words';
import { saying, shortened, spelled } from './said';

const NOT_ASKED = '心当たりがない場合は、このメッセージを無視してください。何も変わりません。';
const SWITCH_OFF = 'この通知はプロフィールの「Shifts」で選べます。';
const SEE_SHIFTS = '自分のシフトを見る';
const STATUS: Record<IncidentStatus, string> = {
  OPEN: '未対応',
  ACKNOWLEDGED: '対応中',
  SNOOZED: '保留中',
  ESCALATED: '未対応',
  SUPPRESSED: '抑止中',
  RESOLVED: '解決済み',
};

export const JAPANESE: MessageLanguage = {
  hello: (name) => `${name} 様`,
  sentBy: (place) => `${place} から送信されました。`,
  placeOf: (organisation) => `${organisation} の OpsKnight`,
  greeting: 'OpsKnightです。',
  span: (start, end) => `${start}〜${end}`,
  clock: (timezone) => `時刻は ${timezone} のものです。`,
  say: (content, { place, name, moment, span }) => {
    switch (content.kind) {
      case 'invitation': {
        const what = `${name(content.invitedBy)} さんが ${place} に招待しています`;
        return saying(what, '招待を受ける', {
          subject: `${place} への招待`,
          before: [`${what}。パスワードを決めると、最初のオンコールの準備が整います。`],
          after: ['リンクは一度だけ、7日間使えます。'],
          short: `${what}:`,
          spoken: `${what}。リンクはメールにあります。`,
        });
      }
      case 'password-reset':
        return {
          subject: 'OpsKnight の新しいパスワード',
          before: [`${place} で新しいパスワードの設定が求められました。`],
          label: '新しいパスワードを決める',
          after: ['リンクは一度だけ、1時間使えます。', NOT_ASKED],
          short: `${place} の新しいパスワードを1時間以内に決めてください:`,
          spoken: `${place} で新しいパスワードの設定が求められました。リンクはメールにあります。`,
        };
      case 'verification-code': {
        const digits = spelled(content.code);
        return {
          subject: 'OpsKnight の確認コード',
          before: [`このコードは、${place} からあなたに連絡できることを示します。`],
          label: null,
          after: ['10分間有効です。', NOT_ASKED],
          short: `${content.code} は ${place} の確認コードです。10分間有効です。`,
          spoken: `OpsKnight の確認コードは ${digits} です。繰り返します。${digits}。`,
        };
      }
      case 'contact-method-test': {
        const test = `${place} からのテストです。`;
        const reached = 'この連絡先で呼び出しを受け取れます。問題は起きておらず、対応は不要です。';
        return {
          subject: 'OpsKnight のテスト',
          before: [test, reached],
          label: null,
          after: [],
          short: `${test}${reached}`,
          spoken: `${test}${reached}`,
        };
      }
      case 'low-digest': {
        const count = content.lines.length;
        const open = content.lines.filter(isOpen).length;
        const subject = `緊急度「低」のインシデント ${count} 件、未対応 ${open} 件`;
        return listing(
          subject,
          content.lines.map((one) => lineOf(one, STATUS, 'サービス', '無題のインシデント')),
          {
            intro: `${subject}。前回のまとめ以降のものです。`,
            rest: (left) => `ほか ${left} 件。`,
            label: 'インシデントを開く',
            after: ['プロフィールで選んだため、まとめて届いています。緊急度の高いものはすぐに届きます。'],
            spoken: `${subject}です。`,
          },
        );
      }
      case 'action-item-overdue': {
        const what = `期限切れ：${name(content.title)}（期限 ${content.dueOn}）`;
        return saying(what, '対応項目を開く', {
          after: ['この振り返りの対応項目はあなたの担当です。完了するまで毎週お知らせします。'],
        });
      }
      case 'weekly-digest': {
        const subject = `先週：インシデント ${content.incidents} 件、割り込み ${content.interruptions} 回（うち就寝時間 ${content.sleepHours} 回）`;
        const lines = [
          ...content.people.map(
            (one) => `${name(one.name)}：割り込み ${one.interruptions} 回（うち就寝時間 ${one.sleepHours} 回）`,
          ),
          ...content.alerts.map(
            (one) =>
              `${name(one.serviceName)}、${name(one.title)}：インシデント ${one.incidents} 件、割り込み ${one.interruptions} 回、未確認 ${one.neverAcknowledged} 件`,
          ),
        ];
        return listing(subject, lines, {
          intro: `${content.from} から ${content.to} まで（UTC の日付）。誰が何によって呼ばれ、そのうち誰も確認しなかったものはどれだけか：`,
          rest: (left) => `ほか ${left} 件。`,
          label: '数値を開く',
          after: ['ご希望により毎週月曜日にお送りしています。同じページで停止できます。'],
          spoken: `${subject}.`,
        });
      }
      case 'page-test': {
        const what = `テスト呼び出し（緊急度 ${wordsFor('ja').urgency[content.urgency]}）`;
        return {
          subject: `${what}: 問題は起きていません`,
          before: [`ご自身の設定どおりに今呼び出すよう ${place} に依頼されました。問題は起きていません。`],
          label: '受け取りました',
          after: ['リンクを開くと、まだ送信されていない連絡方法は止まります。'],
          short: `${place} からの${what}: ご自身の依頼です。問題は起きていません。受け取りました:`,
          spoken: `${what}です。ご自身の依頼です。問題は起きていません。`,
        };
      }
      case 'incident-news':
        return newsSaid(JAPANESE_NEWS, content, name);
      case 'mention':
        return mentionSaid(JAPANESE_NEWS, content, name);
      case 'shift-notice': {
        const schedule = name(content.schedule);
        const what =
          content.lead === 'start'
            ? `ただいまからオンコールです: ${schedule}、${moment(content.shift.end)} まで`
            : `まもなくオンコールです: ${schedule}、${span(content.shift)}`;
        const late = content.isLate
          ? ['この通知は遅れて届いています。予定の時刻に OpsKnight が動いていませんでした。']
          : [];
        return saying(what, SEE_SHIFTS, { before: [`${what}。`, ...late], after: [SWITCH_OFF] });
      }
      case 'shifts-changed': {
        const what = `${name(content.schedule)} のシフトが変わりました`;
        const lines = [
          ...content.gains.map((one) => `追加: ${span(one)}`),
          ...content.loses.map((one) => `担当外: ${span(one)}`),
        ];
        return saying(what, SEE_SHIFTS, {
          before: [`${what}:`, ...shortened(lines, (count) => `ほか ${count} 件。`)],
          after: [SWITCH_OFF],
          short: `${what}: ${lines.length <= 2 ? lines.join('、') : `${lines[0]}、ほか ${lines.length - 1} 件`}。`,
        });
      }
      case 'cover-asked': {
        const who = name(content.askedBy);
        const schedule = name(content.schedule);
        const still = content.isReminder ? '受付中: ' : '';
        if (content.inReturn) {
          const what = `${still}${who} さんが ${schedule} のシフト交換を希望しています: あなたが ${span(content.shift)}、${who} さんが ${span(content.inReturn)}`;
          const then = '承諾すると両方のシフトが入れ替わります。それまでは何も変わりません。';
          return saying(what, '承諾または辞退', { before: [`${what}。`, then], short: `${what}。承諾:` });
        }
        const what = `${still}${who} さんが ${schedule} の交代を探しています: ${span(content.shift)}`;
        const then = '最初に引き受けた人がオンコールになり、ほかの人への依頼は終わります。';
        return saying(what, '引き受ける、または辞退', { before: [`${what}。`, then], short: `${what}。引き受ける:` });
      }
      case 'cover-waiting': {
        const what = `${name(content.schedule)} のシフトをまだ誰も引き受けていません: ${span(content.shift)}`;
        const then = '未回答の人に再度連絡しました。誰かが引き受けるまで、あなたがオンコールです。';
        return saying(what, '依頼を見る', { before: [`${what}。`, then] });
      }
      case 'cover-taken': {
        const other = name(content.other);
        const schedule = name(content.schedule);
        const took = content.role === 'took';
        const back = content.inReturn
          ? `。代わりに${took ? `${other} さんがあなたのシフトを担当` : 'あなたが担当'}: ${span(content.inReturn)}`
          : '';
        const what = took
          ? `${other} さんに代わって ${schedule} のオンコールです: ${span(content.shift)}${back}`
          : `${other} さんが ${schedule} のシフトを引き受けました: ${span(content.shift)}${back}`;
        return saying(what, '見る');
      }
      case 'cover-ended': {
        const why = content.why === 'declined' ? '全員が辞退しました' : '期限までに引き受けた人がいません';
        const what = `引き続き ${name(content.schedule)} のオンコールです: ${span(content.shift)}`;
        const both = `${why}。${what}。`;
        return saying(what, '依頼を見る', { before: [both], short: both, spoken: both });
      }
    }
  },
};
