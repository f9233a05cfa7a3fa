/** A mark that scripts of these strings set where they run: nobody may find it in a page. */
export const RAN = 'thuocDoRan';

const run = `window.${RAN}=1`;

const SCRIPTS = [
  `<script>${run}</script>`,
  `</script><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<SCRIPT SRC=//x.test/x.js></SCRIPT>`,
  `<script>alert(1)</script>`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `--><script>${run}</script>`,
  `]]><script>${run}</script>`,
  `<script type=module>${run}</script>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `{"__html":"<script>${run}</script>"}`,
  `<!--#exec cmd="id"-->`,
  `<?php system('id'); ?>`,
  `<%= ${run} %>`,
  `<base href="javascript:/a/-${run}//">`,
  `<meta http-equiv="refresh" content="0;url=//x.test">`,
];

const HANDLERS = [
  'onerror onload onclick onmouseover onfocus onblur ontoggle onanimationstart ontransitionend onpointerenter',
  'onwheel oncopy onpaste ondrag onbegin onend onhashchange onmessage onpageshow onplay onbeforetoggle',
]
  .join(' ')
  .split(' ')
  .flatMap((on) => [
    `<img src=x ${on}="${run}">`,
    `"${on}="${run}" x="`,
    `<svg ${on}=${run}><animate ${on}=${run} attributeName=x dur=1s></svg>`,
  ]);

const ELEMENTS = [
  `<iframe srcdoc="<script>parent.${RAN}=1</script>"></iframe>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="javascript:${run}">`,
  `<form action="javascript:${run}"><button>x</button></form>`,
  `<a href="javascript:${run}">x</a>`,
  `<a href="data:text/html,<script>${run}</script>">x</a>`,
  `<math><mtext><mglyph><style><img src=x onerror=${run}></style></mglyph></mtext></math>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}>#x"/></svg>`,
  `<svg><foreignObject><body onload=${run}></foreignObject></svg>`,
  `<svg><script>${run}</script></svg>`,
  `<details open ontoggle=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}>`,
  `<marquee onstart=${run}>`,
  `<template><script>${run}</script></template>`,
  `<dialog open>x</dialog>`,
  `<input autofocus onfocus=${run}>`,
  `<body onpageshow=${run}>`,
  `<link rel=stylesheet href=//x.test/x.css>`,
  `<style>*{display:none!important}</style>`,
  `<style>@import '//x.test/x.css';</style>`,
  `<div style="position:fixed;inset:0;background:url(//x.test)">`,
  `<div style="width:expression(${run})">`,
  `<table background="javascript:${run}">`,
  `<plaintext>`,
  `<xmp><script>${run}</script></xmp>`,
  `<h1>To</h1><b>đậm`,
  `</p></li></ul></main></body></html>`,
  `<!doctype html><html><body>`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;script&#62;${run}&#60;/script&#62;`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `%3Cscript%3E${run}%3C/script%3E`,
  `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
];

const TEMPLATES = [
  `{{constructor.constructor('${run}')()}}`,
  '{{7*7}}',
  '\u0024{7*7}',
  '#{7*7}',
  '<%= 7*7 %>',
  '{%raw%}x{%endraw%}',
  '[[\u0024{7*7}]]',
  '*{T(java.lang.Runtime)}',
  '{ho_ten}',
  '{#each}{/each}',
  '{n, number}',
  '{count, plural, one {1} other {#}}',
  "'{'quoted'}'",
  '<b>{name}</b>',
  '$& $1 $` $$',
  '%s %d %n %x',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '{"__proto__":{"admin":true}}',
  '[object Object]',
  'undefined',
  'null',
  'NaN',
  'true',
];

const MARKDOWN = [
  `[x](javascript:${run})`,
  `![x](x"onerror="${run})`,
  '# Đầu đề',
  '> trích',
  '- [ ] việc',
  '| a | b |\n|---|---|',
  '```js\nalert(1)\n```',
  '**đậm** _nghiêng_ ~~gạch~~',
  '<https://x.test>',
  'https://x.test/đường?a=1&b=2#c',
];

const FORMULAS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', ' =', '"=', "'="].flatMap(
  (start) => [`${start}1+1`, `${start}HYPERLINK("http://x.test","bấm")`, `${start}cmd|' /C calc'!A0`],
);

const TABLES = [
  'a,b,c',
  'a;b;c',
  'a\tb\tc',
  '"',
  '""',
  '"a""b"',
  'a"b,c\nd',
  '\r\n\r\n',
  'dòng 1\r\ndòng 2',
  'dòng 1\ndòng 2\rdòng 3',
  '\ufeffBOM',
  'sep=;',
  ',,,,,,',
  '",=1+1,"',
];

const QUERIES = [
  "'; DROP TABLE event; --",
  "' OR '1'='1",
  '1; SELECT pg_sleep(9)',
  '$$; SELECT 1; $$',
  "\\'; --",
  '%',
  '_',
  '%%__\\\\',
  '{"$ne":null}',
  '*)(uid=*',
  "' UNION SELECT NULL--",
  "admin'/*",
];

const PATHS = [
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/dev/null',
  'C:\\x',
  'file:///etc/passwd',
  '\\\\x.test\\share',
  '~/.ssh/id_rsa',
  'CON',
  'a/b?c#d',
  '%2e%2e%2f',
  '; rm -rf /',
  '$(id)',
  '`id`',
  '| cat /etc/passwd',
  '&& id',
];

const LINES = [
  '\nlevel=50 msg="forged"',
  '\n{"level":50,"msg":"forged"}',
  '\r\nSet-Cookie: a=b',
  '\r\nBcc: x@x.test',
  '\r\n\r\n<html>',
  'x\r\n.\r\nQUIT',
  'To: x@x.test\nSubject: forged',
  '=?utf-8?B?PHNjcmlwdD4=?=',
  '\u001b[31mđỏ\u001b[0m',
  '\u001b]0;title\u0007',
  '\b\b\b\b',
  '\f\v',
  '\u0001\u0002\u001f',
  '\u007f\u0080\u0085\u009f',
];

const UNICODE = [
  'thanh\u202etoán\u202c',
  '\u202egnp.exe',
  '\u2066\u2067\u2068x\u2069\u2069',
  '\u200f\u200e',
  '\u061c',
  'a\u200bb\u200cc\u200dd\ufeffe',
  '\u00ad'.repeat(40),
  `Z${'\u0351\u0300\u0323\u0489'.repeat(60)}`,
  'e\u0301\u0323\u0309',
  'Nguyễn Thị Hạnh'.normalize('NFD'),
  'Hоà bình', // a Cyrillic о
  'ｆｕｌｌ　ｗｉｄｔｈ',
  '𝕸ạ𝖓𝖍',
  'ⓗⓞⓐ',
  'Ⅷ',
  '½ ² ™ №',
  '\u2028dòng\u2029đoạn',
  '\u3000',
  '\u00a0\u00a0\u00a0',
  'שלום עולם',
  'مرحبا بالعالم',
  'हिन्दी',
  '中文姓名',
  '日本語',
  'ไทย',
  '👨‍👩‍👧‍👦👍🏽🏳️‍🌈',
  '😀'.repeat(80),
  '🇻🇳🇻🇳🇻',
  '\ufffd\ufffe\uffff',
  '\udb40\udc41\udb40\udc42', // tags
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
  '﷽﷽﷽',
  '𒐫𒐫𒐫',
  'ﬀ ﬁ ﬂ',
  'ß ẞ İ ı',
];

const LONG = [
  'x'.repeat(180),
  'ư'.repeat(180),
  'W'.repeat(180),
  '中'.repeat(120),
  'a_'.repeat(90),
  'a/'.repeat(90),
  `${'a'.repeat(60)}.${'b'.repeat(60)}@${'c'.repeat(50)}.vn`,
  '0'.repeat(180),
  '-'.repeat(180),
  '\n'.repeat(150),
  ' '.repeat(80).padEnd(100, 'x'),
  '…'.repeat(120),
];

const DOCUMENTS = [
  '</w:t></w:r><w:r><w:t>x',
  '&amp;&#0;<![CDATA[x]]>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///x">]>&e;',
  '&e;&lol9;',
  '<?xml version="1.0"?>',
  '<w:instrText>DDEAUTO c:\\\\x</w:instrText>',
  'stream\nendstream endobj (\\) %PDF-1.7',
  ') Tj ET BT (',
  '/JavaScript (app.alert(1))',
  '<</S/URI/URI(http://x.test)>>',
  '\\u0041\\x41\\101',
  '"},"admin":true,{"a":"',
  '"]}}',
  '\\"}',
];

/** What attackers and pasting people send: distinct strings that the door takes as they are (no NUL, no lone surrogate). */
export const HOSTILE: readonly string[] = [
  ...new Set(
    [
      SCRIPTS,
      HANDLERS,
      ELEMENTS,
      TEMPLATES,
      MARKDOWN,
      FORMULAS,
      TABLES,
      QUERIES,
      PATHS,
      LINES,
      UNICODE,
      LONG,
      DOCUMENTS,
    ].flat(),
  ),
];

/** What the door refuses by name. */
export const UNSTORABLE: readonly [text: string, rule: string][] = [
  ['\u0000', 'nul_character'],
  ['a\u0000b', 'nul_character'],
  ['a\ud800b', 'lone_surrogate'],
  ['\udfff', 'lone_surrogate'],
  ['\ud83d', 'lone_surrogate'],
];
