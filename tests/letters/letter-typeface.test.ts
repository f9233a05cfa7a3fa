import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import { expect, test } from 'vitest';
import { printedText } from '../../lib/domain/apology/printed-text.ts';

const require = createRequire(import.meta.url);
const points = Array.from({ length: 0x3000 }, (_, point) => point);
const printable = points.filter((point) => {
  const character = String.fromCodePoint(point);
  return printedText(10).safeParse(character).data === character;
});

test.each(['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'])(
  'AL7: Tinos %s has every character that a letter may print',
  (style) => {
    const font = openSync(require.resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`));
    if (!('hasGlyphForCodePoint' in font)) throw new Error('a collection of typefaces');
    expect(printable.length).toBeGreaterThan(800);
    expect(printable.filter((point) => !font.hasGlyphForCodePoint(point))).toEqual([]);
  },
);
