/** One line of the table: a figure of ours beside a reference that was measured in the same run. */
export interface Figure {
  /** The row of the quality page, such as P1. */
  id: string;
  name: string;
  ours: number;
  reference: number | null;
  unit: string;
  /** What `ours / reference` (or `ours`, without a reference) must satisfy. */
  goal: { atLeast: number } | { atMost: number };
}

export interface Result extends Figure {
  /** ours / reference, or ours. */
  measure: number;
  met: boolean;
}

export function judge(figure: Figure): Result {
  const measure = figure.reference === null ? figure.ours : figure.ours / figure.reference;
  const met = 'atLeast' in figure.goal ? measure >= figure.goal.atLeast : measure <= figure.goal.atMost;
  return { ...figure, measure, met };
}

const number = (value: number) => (value >= 100 ? Math.round(value).toString() : value.toPrecision(3));

export function table(results: Result[]): string {
  const rows = results.map((result) => [
    result.id,
    result.name,
    `${number(result.ours)} ${result.unit}`,
    result.reference === null ? '–' : `${number(result.reference)} ${result.unit}`,
    result.reference === null ? '–' : number(result.measure),
    'atLeast' in result.goal ? `≥ ${result.goal.atLeast}` : `≤ ${result.goal.atMost}`,
    result.met ? 'met' : 'NOT MET',
  ]);
  const all = [['', 'work', 'ours', 'reference', 'ratio', 'goal', ''], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
