import type { Page } from '@playwright/test';

/** What a page says in percent: how many such texts it has, and those that do not say of how many cases they are. */
type Percents = { seen: number; bare: string[] };

/**
 * W4, in the page itself. A figure of its own (`data-of`) has that number in its row, item, tile or panel; any other
 * percent has a count in its own sentence. Bounds of intervals, targets, limits and ticks of axes say what they are.
 */
export function percentsOf(page: Page): Promise<Percents> {
  return page.evaluate(() => {
    // No address: %3A.
    const PERCENT = /\d+(?:[.,]\d+)?\s?%(?!\w)/;
    const NUMBER = String.raw`\d+(?:[.,]\d+)?\s?%`;
    // Words that make a percent another thing than a share of cases.
    const NO_SHARES = [
      new RegExp(String.raw`${NUMBER}\s?(?:–|-|đến|to|and|và)\s?${NUMBER}`, 'gu'),
      new RegExp(
        String.raw`(?:chỉ tiêu(?: riêng)?|mức phấn đấu|tin cậy|khoảng|giới hạn|thường|trục cắt từ|từ|target(?: of)?|aim(?: of)?|limits? of|usual|axis (?:cut|starts) (?:at|from))\s*${NUMBER}`,
        'giu',
      ),
      new RegExp(`${NUMBER} (?:intervals?|limits?)`, 'giu'),
    ];
    const COUNT =
      /(?:trên|of|\/|\()\s?\d[\d.,]*(?![\d.,]*\s?%)|(?<![\d.,])\d[\d.,]* (?:lượt|hồ sơ|trường hợp|phiếu|trang|visits?|ratings?|dossiers?|cases?|answers?|pages?)/u;
    // Charts measure their words in a span far outside the page.
    const UNSAID = 'script, style, noscript, #recharts_measurement_span';
    const NOT_CASES =
      /khoảng|giới hạn|cận dưới|cận trên|thấp|cao|chỉ tiêu|interval|limit|low|upper|high|target/iu;

    const shareless = (text: string): string =>
      NO_SHARES.reduce((rest, words) => rest.replace(words, ' '), text);
    const textOf = (element: Element): string => {
      if (!(element instanceof HTMLElement)) return element.textContent ?? '';
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden says nothing
      return element.innerText;
    };
    /** The line of text that something stands in. */
    const sentenceOf = (element: Element): Element => {
      const drawn = element.closest('svg text, svg title');
      if (drawn) return drawn;
      let at: Element = element;
      while (at.parentElement && getComputedStyle(at).display === 'inline') at = at.parentElement;
      return at;
    };
    /** Row, item, tile or panel, and what describes it. */
    const placeOf = (element: Element): string => {
      const place = element.closest('tr, li, dl > div, section, figure, article');
      const about = element.closest('[aria-describedby]')?.getAttribute('aria-describedby') ?? '';
      const described = about.split(/\s+/).flatMap((id) => document.getElementById(id)?.textContent ?? []);
      return [place ? textOf(place) : '', ...described].join(' ');
    };
    const ofNoCases = (element: Element): boolean => {
      if (element.closest('[class*="recharts-cartesian-axis"], [data-axis], input, select, textarea'))
        return true;
      const heading = element.closest('th[scope="col"]');
      if (heading && NOT_CASES.test(heading.textContent ?? '')) return true;
      const cell = element.closest('td');
      const heads = cell?.closest('table')?.tHead?.rows[0]?.cells;
      const head = cell && heads?.[cell.cellIndex]?.textContent;
      return typeof head === 'string' && NOT_CASES.test(head);
    };
    const saysSo = (element: Element, text: string): boolean => {
      const figure = element.closest('[data-of]');
      if (figure) {
        const of = Number(figure.getAttribute('data-of')).toLocaleString(document.documentElement.lang);
        const said = new RegExp(String.raw`(?<![\d.,])${of.replace(/[.,]/g, '[$&]')}(?![\d%]|[.,]\d)`, 'u');
        return said.test(placeOf(figure).replace(textOf(figure), ' '));
      }
      const sentence = shareless(text);
      return !PERCENT.test(sentence) || ofNoCases(element) || COUNT.test(sentence);
    };

    const bare: string[] = [];
    let seen = 0;
    const judge = (element: Element, text: string): void => {
      seen += 1;
      if (!saysSo(element, text)) bare.push(text.replace(/\s+/gu, ' ').trim().slice(0, 160));
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node.parentElement;
      if (!element || !PERCENT.test(node.textContent ?? '') || element.closest(UNSAID)) continue;
      // The title of a drawn thing is never laid out, and still said.
      if (!element.closest('svg title') && !element.checkVisibility({ visibilityProperty: true })) continue;
      judge(element, textOf(sentenceOf(element)));
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt]'))
      for (const name of ['aria-label', 'title', 'alt']) {
        const text = element.getAttribute(name) ?? '';
        if (PERCENT.test(text)) judge(element, text);
      }
    return { seen, bare };
  });
}
