import type { Words } from './words';

const named = ({ number, service }: { number: number | null; service: string }): string =>
  `${service}のインシデント${number === null ? '' : ` #${number} `}`;

const URGENCY = { HIGH: '高', MEDIUM: '中', LOW: '低' } as const;

export const JAPANESE: Words = {
  language: 'ja',
  spokenAs: 'ja-JP',
  urgency: URGENCY,
  untitled: '無題のインシデント',
  service: 'サービス',
  resolved: '解決済み',
  sla: { 'sla-warning': '目標時間が迫っています', 'sla-breached': '目標時間を過ぎました' },
  units: { d: '日', h: '時間', min: '分' },
  acknowledge: '対応を開始',
  openIncident: 'インシデントを開く',
  runbook: '手順書',
  mail: {
    rows: {
      service: 'サービス',
      urgency: '緊急度',
      priority: '優先度',
      since: '発生',
      opened: '発生',
      resolved: '解決',
      alerts: 'アラート数',
      incident: 'インシデント',
      source: '送信元',
    },
    colon: ': ',
    atSource: '送信元で見る',
    labels: 'ラベル',
    sentFor: (organisation) => `${organisation} の OpsKnight から送信されました。`,
  },
  timeFor: (time, span) => `${time}（${span}経過）`,
  since: (time) => `${time} 発生`,
  lasting: (span) => `${span}経過`,
  text: { reply: (code) => `返信 4 ${code} で対応開始、6 ${code} でエスカレーション。`, acknowledge: '対応:' },
  slack: {
    source: '送信元',
    buttons: {
      acknowledge: '対応を開始',
      resolve: '解決',
      escalate: 'エスカレーション',
      snooze: '1時間保留',
      unsnooze: '保留を解除',
    },
    view: '見る',
  },
  voice: {
    greeting: 'OpsKnightです。',
    incident: ({ priority, urgency, service, isResolved }) => {
      const importance = priority === null ? `緊急度${URGENCY[urgency]}` : `優先度${priority}`;
      return isResolved
        ? `${service}の${importance}のインシデントは解決しました。`
        : `${service}で${importance}のインシデントが発生しています。`;
    },
    aLink: 'リンク',
    openFor: (span) => `発生から${span}です。`,
    keys: '対応するには4を、エスカレーションするには6を押してください。',
    noKeys: '対応するにはインシデントのページを開いてください。',
  },
  bundle: {
    more: (count) => `ほか ${count} 件`,
    on: (count, service) => `${service} ${count} 件`,
    moreOn: (count, service) => `${service} でほか ${count} 件`,
    several: (count) => `インシデント${count}件`,
    severalOn: (count, service) => `${service}でインシデント${count}件`,
    andOthers: ' など',
    andMore: (count) => `ほか ${count} 件`,
    acknowledge: (count) => `${count} 件すべて対応を開始`,
    acknowledgeAll: 'すべて対応を開始',
    openAll: 'インシデントを開く',
    reply: (code) => `返信 4 ${code} ですべて対応開始。`,
    replyAcknowledge: 'すべて対応:',
    spoken: (urgency, headline) => `緊急度${URGENCY[urgency]}のインシデント: ${headline}。`,
    latest: (title) => `最新: ${title}。`,
    keys: 'すべてに対応するには4を押してください。',
    noKeys: '対応するには OpsKnight を開いてください。',
  },
  why: (why) => {
    switch (why.kind) {
      case 'step':
        return `${why.policy} のステップ ${why.step}: ${why.target}${why.takesTurns ? '（順番制）' : ''}。`;
      case 'last-resort':
        return 'ほかの誰にも連絡がつかないため、最後の連絡先として呼び出しています。';
      case 'asked-to-help':
        return `${why.by} さんが支援を求めています${why.message ? `: ${why.message}` : ''}。`;
      case 'assigned':
        return 'インシデントがあなたに割り当てられました。';
      case 'acknowledgement-lapsed':
        return '対応の期限が切れましたが、インシデントは未解決です。';
      case 'urgency-raised':
        return `緊急度が「${URGENCY[why.urgency]}」に上がりました。`;
      case 'sla-warning':
        return why.target === 'acknowledge'
          ? `発生から${why.minutes}分以内に確認が必要です。残り時間はわずかです。`
          : `発生から${why.minutes}分以内に解決が必要です。残り時間はわずかです。`;
      case 'sla-breached':
        return why.target === 'acknowledge'
          ? `発生から${why.minutes}分以内に確認されませんでした。`
          : `発生から${why.minutes}分以内に解決されませんでした。`;
      case 'was-paged':
        return 'このインシデントで呼び出されていました。';
    }
  },
  answer: {
    acknowledged: (incident) => `${named(incident)}の対応を開始しました。ほかの人は呼び出されません。`,
    acknowledgedBefore: (incident, holder) =>
      `${named(incident)}はすでに対応中です。${holder ? `担当は ${holder} さんです。` : ''}`,
    escalated: (incident, step) =>
      `${named(incident)}をエスカレーションしました。ステップ ${step} を呼び出しています。`,
    escalatedBefore: (incident) => `${named(incident)}はこの呼び出しですでにエスカレーション済みです。`,
    allAcknowledged: (total) => `${total} 件すべての対応を開始しました。ほかの人は呼び出されません。`,
    someAcknowledged: (acknowledged, total) =>
      `${total} 件中 ${acknowledged} 件の対応を開始しました。残りはすでに対応不要でした。`,
    notYours: 'この番号は確認済みの連絡先ではないため、何も行いませんでした。',
    noKey: '何も行いませんでした。終了します。',
    notNow: '現在処理できませんでした。もう一度送信するか、メッセージのリンクを開いてください。',
    spokenNumber: 'インシデント $1',
  },
};
