export type MemberName = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second';

/** Members of timestamps, all doubles, in UTC (language.md section 4). */
export const members: Readonly<Record<MemberName, { readonly documentation: string }>> = {
  year: { documentation: 'Year, four digits.' },
  month: { documentation: 'Month, 1 to 12.' },
  day: { documentation: 'Day of the month, 1 to 31.' },
  weekday: { documentation: 'Day of the week; Monday is 1.' },
  hour: { documentation: 'Hour, 0 to 23.' },
  minute: { documentation: 'Minute, 0 to 59.' },
  second: { documentation: 'Whole second, 0 to 59.' },
};

export const memberNames: ReadonlyMap<string, MemberName> = new Map(
  (Object.keys(members) as MemberName[]).map((name) => [name, name]),
);
