/** The slots of one date, worked out by hand from the rules of the zone: start on the wall, offset, instant. */
export interface ZoneVector {
  behaviour: string;
  timeZone: string;
  date: string;
  hours: { startTime: string; endTime: string; visitMinutes: number };
  slots: [startTime: string, offset: string, startsAt: string][];
}

const nineOClock = { startTime: '09:00', endTime: '09:30', visitMinutes: 30 };

export const ZONE_VECTORS: ZoneVector[] = [
  ...(
    [
      ['2026-10-25', '−04:00', '2026-10-25T13:00:00Z'],
      ['2026-11-01', '−05:00', '2026-11-01T14:00:00Z'],
      ['2027-03-07', '−05:00', '2027-03-07T14:00:00Z'],
      ['2027-03-14', '−04:00', '2027-03-14T13:00:00Z'],
    ] as const
  ).map(([date, offset, startsAt]): ZoneVector => ({
    behaviour: 'TZ-1: New York keeps 09:00 on the wall through the year',
    timeZone: 'America/New_York',
    date,
    hours: nineOClock,
    slots: [['09:00', offset, startsAt]],
  })),
  {
    behaviour: 'TZ-2: New York springs forward, nothing is labelled 02:xx',
    timeZone: 'America/New_York',
    date: '2027-03-14',
    hours: { startTime: '01:00', endTime: '04:00', visitMinutes: 30 },
    slots: [
      ['01:00', '−05:00', '2027-03-14T06:00:00Z'],
      ['01:30', '−05:00', '2027-03-14T06:30:00Z'],
      ['03:00', '−04:00', '2027-03-14T07:00:00Z'],
      ['03:30', '−04:00', '2027-03-14T07:30:00Z'],
    ],
  },
  {
    behaviour: 'TZ-3: New York falls back, the repeated hour is offered twice',
    timeZone: 'America/New_York',
    date: '2026-11-01',
    hours: { startTime: '00:30', endTime: '03:00', visitMinutes: 30 },
    slots: [
      ['00:30', '−04:00', '2026-11-01T04:30:00Z'],
      ['01:00', '−04:00', '2026-11-01T05:00:00Z'],
      ['01:30', '−04:00', '2026-11-01T05:30:00Z'],
      ['01:00', '−05:00', '2026-11-01T06:00:00Z'],
      ['01:30', '−05:00', '2026-11-01T06:30:00Z'],
      ['02:00', '−05:00', '2026-11-01T07:00:00Z'],
      ['02:30', '−05:00', '2026-11-01T07:30:00Z'],
    ],
  },
  {
    behaviour: 'TZ-4: London springs forward',
    timeZone: 'Europe/London',
    date: '2027-03-28',
    hours: { startTime: '00:00', endTime: '03:00', visitMinutes: 30 },
    slots: [
      ['00:00', '+00:00', '2027-03-28T00:00:00Z'],
      ['00:30', '+00:00', '2027-03-28T00:30:00Z'],
      ['02:00', '+01:00', '2027-03-28T01:00:00Z'],
      ['02:30', '+01:00', '2027-03-28T01:30:00Z'],
    ],
  },
  {
    behaviour: 'TZ-4: Lord Howe springs forward by half an hour',
    timeZone: 'Australia/Lord_Howe',
    date: '2026-10-04',
    hours: { startTime: '01:00', endTime: '04:00', visitMinutes: 30 },
    slots: [
      ['01:00', '+10:30', '2026-10-03T14:30:00Z'],
      ['01:30', '+10:30', '2026-10-03T15:00:00Z'],
      ['02:30', '+11:00', '2026-10-03T15:30:00Z'],
      ['03:00', '+11:00', '2026-10-03T16:00:00Z'],
      ['03:30', '+11:00', '2026-10-03T16:30:00Z'],
    ],
  },
  {
    behaviour: 'TZ-4: Lord Howe falls back by half an hour',
    timeZone: 'Australia/Lord_Howe',
    date: '2027-04-04',
    hours: { startTime: '01:00', endTime: '03:00', visitMinutes: 30 },
    slots: [
      ['01:00', '+11:00', '2027-04-03T14:00:00Z'],
      ['01:30', '+11:00', '2027-04-03T14:30:00Z'],
      ['01:30', '+10:30', '2027-04-03T15:00:00Z'],
      ['02:00', '+10:30', '2027-04-03T15:30:00Z'],
      ['02:30', '+10:30', '2027-04-03T16:00:00Z'],
    ],
  },
  {
    behaviour: 'TZ-5: Kolkata, half an hour off, listed under the date there',
    timeZone: 'Asia/Kolkata',
    date: '2026-11-24',
    hours: { startTime: '00:30', endTime: '01:30', visitMinutes: 30 },
    slots: [
      ['00:30', '+05:30', '2026-11-23T19:00:00Z'],
      ['01:00', '+05:30', '2026-11-23T19:30:00Z'],
    ],
  },
  {
    behaviour: 'TZ-5: Kathmandu, a quarter of an hour off, listed under the date there',
    timeZone: 'Asia/Kathmandu',
    date: '2026-11-24',
    hours: { startTime: '05:00', endTime: '06:30', visitMinutes: 45 },
    slots: [
      ['05:00', '+05:45', '2026-11-23T23:15:00Z'],
      ['05:45', '+05:45', '2026-11-24T00:00:00Z'],
    ],
  },
];
