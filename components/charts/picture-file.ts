/** What stands above a chart that is saved as a picture: it leaves the page and must tell what it is by itself. */
export type PictureHead = { title: string; note: string; mark: string | null };

const PADDING = 16;
const TITLE = 15;
const NOTE = 12;
const LINE = 1.35;
/** Mean width of a letter as a share of its height, near enough to break lines by. */
const LETTER = 0.56;
/** Pixels of the file per pixel of the page. */
const SHARPNESS = 2;

/** A drawn chart with its head as an SVG document that needs nothing of the page. */
export function pictureOf(
  chart: SVGSVGElement,
  head: PictureHead,
): { svg: string; width: number; height: number } {
  const styles = getComputedStyle(chart);
  const colour = (name: string): string => styles.getPropertyValue(name).trim();
  const box = chart.getBoundingClientRect();
  const width = Math.ceil(box.width) + 2 * PADDING;
  const lines = [
    ...(head.mark === null ? [] : [{ text: head.mark, size: NOTE, weight: 700, fill: colour('--risk') }]),
    ...broken(head.title, TITLE, box.width).map((text) => ({
      text,
      size: TITLE,
      weight: 600,
      fill: colour('--ink'),
    })),
    ...broken(head.note, NOTE, box.width).map((text) => ({
      text,
      size: NOTE,
      weight: 400,
      fill: colour('--ink2'),
    })),
  ];
  const document = new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'image/svg+xml',
  );
  const root = document.documentElement;
  const add = (name: string, attributes: Record<string, string | number>, text?: string): Element => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    root.append(element);
    return element;
  };
  add('rect', { width: '100%', height: '100%', fill: colour('--panel') });
  let y = PADDING;
  for (const { text, size, weight, fill } of lines) {
    y += size * LINE;
    add(
      'text',
      { x: PADDING, y: y - size * (LINE - 1), 'font-size': size, 'font-weight': weight, fill },
      text,
    );
  }
  y += NOTE / 2;
  const drawn = document.importNode(chart, true);
  for (const element of [drawn, ...drawn.querySelectorAll('*')]) {
    element.removeAttribute('style');
    element.removeAttribute('class');
    for (const { name, value } of [...element.attributes])
      if (value.includes('var('))
        element.setAttribute(
          name,
          value.replace(/var\((--[\w-]+)\)/g, (_, one: string) => colour(one)),
        );
  }
  for (const [key, value] of Object.entries({ x: PADDING, y, width: box.width, height: box.height }))
    drawn.setAttribute(key, String(value));
  root.append(drawn);
  const height = Math.ceil(y + box.height + PADDING);
  for (const [key, value] of Object.entries({
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': "'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', sans-serif",
  }))
    root.setAttribute(key, String(value));
  return { svg: new XMLSerializer().serializeToString(document), width, height };
}

function broken(text: string, size: number, room: number): string[] {
  const most = Math.max(10, Math.floor(room / (size * LETTER)));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The same picture in pixels. */
export async function pixelsOf({ svg, width, height }: ReturnType<typeof pictureOf>): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
      'image/png',
    ),
  );
}
