/** How a cell looks: its number format (ECMA-376, 18.8.30), weight, place and ground. */
type Look = {
  format?: string;
  bold?: true;
  size?: number;
  align?: 'center' | 'right';
  wrap?: true;
  head?: true;
  quiet?: true;
};

const LOOKS = {
  text: {},
  wrapped: { wrap: true },
  title: { bold: true, size: 14 },
  heading: { bold: true, size: 12 },
  head: { bold: true, wrap: true, head: true },
  note: { quiet: true, wrap: true },
  count: { format: '#,##0' },
  share: { format: '0.0%' },
  /** One place after the point. */
  decimal: { format: '#,##0.0' },
  /** A length in days, as Excel counts, read as hours. */
  length: { format: '[h]:mm:ss' },
  /** What is no number though it stands among numbers: "—". */
  missing: { align: 'right' },
  day: { format: 'dd/mm/yyyy' },
  moment: { format: 'dd/mm/yyyy hh:mm:ss' },
} as const satisfies Record<string, Look>;

export type CellStyle = keyof typeof LOOKS;

const all: readonly Look[] = Object.values(LOOKS);
const INDEX = new Map(Object.keys(LOOKS).map((style, at) => [style, at]));

/** The number by which cells name a style. */
export const styleIndex = (style: CellStyle): number => INDEX.get(style) ?? 0;

/** The first number that a format of one's own may have. */
const OWN_FORMATS = 164;
const FONT = 'Times New Roman';

/** `xl/styles.xml`: one font and one format a style, which is more than it needs and easy to read. */
export function stylesXml(): string {
  const formats = all.map(({ format }, at) =>
    format === undefined ? '' : `<numFmt numFmtId="${OWN_FORMATS + at}" formatCode="${format}"/>`,
  );
  const fonts = all.map(
    ({ bold, size, quiet }) =>
      `<font>${bold ? '<b/>' : ''}<sz val="${size ?? 11}"/>${quiet ? '<color rgb="FF595959"/>' : ''}<name val="${FONT}"/></font>`,
  );
  const cells = all.map(({ format, align, wrap, head }, at) => {
    const placed = `${align ? ` horizontal="${align}"` : ''}${wrap ? ' wrapText="1"' : ''}`;
    return `<xf numFmtId="${format === undefined ? 0 : OWN_FORMATS + at}" fontId="${at}" fillId="${head ? 2 : 0}" borderId="${head ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${placed}/></xf>`;
  });
  const used = formats.filter((format) => format !== '');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${used.length}">${used.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF7F7F7F"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`;
}
