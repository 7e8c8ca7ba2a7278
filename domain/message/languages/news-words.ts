import type { NewsWords } from './news';

// What watchers and those who are mentioned are told, language by language.

export const ENGLISH_NEWS: NewsWords = {
  kinds: {
    opened: 'opened',
    acknowledged: 'acknowledged',
    'acknowledgement-lapsed': 'is open again: its acknowledgement has lapsed',
    escalated: 'escalated',
    snoozed: 'snoozed',
    'snooze-ended': 'is open again: its snooze has ended',
    reassigned: 'reassigned',
    'urgency-raised': 'urgency raised',
    'visibility-changed': 'visibility changed',
    resolved: 'resolved',
    reopened: 'reopened',
    suppressed: 'suppressed',
    unsuppressed: 'no longer suppressed',
    'note-added': 'note',
  },
  what: (number, kind, by) => `${number} ${kind}${by === null ? '' : ` by ${by}`}`,
  untitled: 'Untitled incident',
  label: 'Open the incident',
  why: {
    FOLLOWER: 'You follow this incident.',
    STAKEHOLDER: 'You are a stakeholder of this incident: you hear of its beginning, its turns and its end.',
    EXEC: 'You hear of what is grave: its beginning, the last resort and its end.',
  },
  mentioned: (by, number) => `${by} mentioned you in ${number === '' ? 'an incident' : number}`,
};

export const GERMAN_NEWS: NewsWords = {
  kinds: {
    opened: 'geöffnet',
    acknowledged: 'bestätigt',
    'acknowledgement-lapsed': 'ist wieder offen: Die Bestätigung ist abgelaufen',
    escalated: 'eskaliert',
    snoozed: 'zurückgestellt',
    'snooze-ended': 'ist wieder offen: Die Zurückstellung ist zu Ende',
    reassigned: 'neu zugewiesen',
    'urgency-raised': 'Dringlichkeit erhöht',
    'visibility-changed': 'Sichtbarkeit geändert',
    resolved: 'gelöst',
    reopened: 'wieder geöffnet',
    suppressed: 'unterdrückt',
    unsuppressed: 'nicht mehr unterdrückt',
    'note-added': 'Notiz',
  },
  what: (number, kind, by) => `${number} ${kind}${by === null ? '' : ` von ${by}`}`,
  untitled: 'Incident ohne Titel',
  label: 'Incident öffnen',
  why: {
    FOLLOWER: 'Du folgst diesem Incident.',
    STAKEHOLDER: 'Du bist Stakeholder dieses Incidents und hörst von Anfang, Wendungen und Ende.',
    EXEC: 'Du hörst von schweren Incidents: Anfang, letzte Instanz und Ende.',
  },
  mentioned: (by, number) => `${by} hat dich ${number === '' ? 'in einem Incident' : `in ${number}`} erwähnt`,
};

export const SPANISH_NEWS: NewsWords = {
  kinds: {
    opened: 'abierta',
    acknowledged: 'reconocida',
    'acknowledgement-lapsed': 'vuelve a estar abierta: el reconocimiento ha caducado',
    escalated: 'escalada',
    snoozed: 'pospuesta',
    'snooze-ended': 'vuelve a estar abierta: ha terminado la pausa',
    reassigned: 'reasignada',
    'urgency-raised': 'urgencia aumentada',
    'visibility-changed': 'visibilidad cambiada',
    resolved: 'resuelta',
    reopened: 'reabierta',
    suppressed: 'suprimida',
    unsuppressed: 'ya no está suprimida',
    'note-added': 'nota',
  },
  what: (number, kind, by) => `${number} ${kind}${by === null ? '' : ` por ${by}`}`,
  untitled: 'Incidencia sin título',
  label: 'Abrir la incidencia',
  why: {
    FOLLOWER: 'Sigues esta incidencia.',
    STAKEHOLDER: 'Eres parte interesada de esta incidencia: te avisamos de su comienzo, sus giros y su final.',
    EXEC: 'Te avisamos de lo grave: el comienzo, el último recurso y el final.',
  },
  mentioned: (by, number) => `${by} te ha mencionado en ${number === '' ? 'una incidencia' : number}`,
};

export const FRENCH_NEWS: NewsWords = {
  kinds: {
    opened: 'ouvert',
    acknowledged: 'pris en charge',
    'acknowledgement-lapsed': 'est de nouveau ouvert : la prise en charge a expiré',
    escalated: 'escaladé',
    snoozed: 'mis en veille',
    'snooze-ended': 'est de nouveau ouvert : la veille est terminée',
    reassigned: 'réattribué',
    'urgency-raised': 'urgence relevée',
    'visibility-changed': 'visibilité modifiée',
    resolved: 'résolu',
    reopened: 'rouvert',
    suppressed: 'masqué',
    unsuppressed: 'n’est plus masqué',
    'note-added': 'note',
  },
  what: (number, kind, by) => `${number} ${kind}${by === null ? '' : ` par ${by}`}`,
  untitled: 'Incident sans titre',
  label: 'Ouvrir l’incident',
  why: {
    FOLLOWER: 'Vous suivez cet incident.',
    STAKEHOLDER: 'Vous êtes partie prenante de cet incident : son début, ses tournants et sa fin vous sont annoncés.',
    EXEC: 'Ce qui est grave vous est annoncé : le début, le dernier recours et la fin.',
  },
  mentioned: (by, number) => `${by} vous a mentionné dans ${number === '' ? 'un incident' : number}`,
};

export const JAPANESE_NEWS: NewsWords = {
  kinds: {
    opened: '発生',
    acknowledged: '確認済み',
    'acknowledgement-lapsed': '再オープン（確認の期限切れ）',
    escalated: 'エスカレーション',
    snoozed: 'スヌーズ',
    'snooze-ended': '再オープン（スヌーズ終了）',
    reassigned: '担当変更',
    'urgency-raised': '緊急度の引き上げ',
    'visibility-changed': '公開範囲の変更',
    resolved: '解決',
    reopened: '再オープン',
    suppressed: '抑制',
    unsuppressed: '抑制の終了',
    'note-added': 'メモ',
  },
  what: (number, kind, by) => `${number} ${kind}${by === null ? '' : `（${by}）`}`,
  untitled: '無題のインシデント',
  label: 'インシデントを開く',
  why: {
    FOLLOWER: 'このインシデントをフォローしています。',
    STAKEHOLDER: 'このインシデントの関係者として、発生・変化・終了をお知らせします。',
    EXEC: '重大なもののみ、発生・最終連絡先・終了をお知らせします。',
  },
  mentioned: (by, number) => `${by} さんが${number === '' ? 'インシデント' : ` ${number} `}であなたに言及しました`,
};
