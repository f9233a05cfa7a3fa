import type { ConductPoint } from '../events/conduct.ts';

/** A code of conduct that the product knows; an area chooses one or writes its own. */
export type KnownSet = { name: string; nameEn: string; points: readonly ConductPoint[] };

const point = (id: string, text: string, textEn: string, lack: string, lackEn: string): ConductPoint => ({
  point: id,
  text,
  textEn,
  lack,
  lackEn,
});

/** "4 xin · 4 luôn": what holds where no area has set another. */
export const FOUR_FOUR: KnownSet = {
  name: '4 xin · 4 luôn',
  nameEn: '4 words · 4 always',
  points: [
    point('greet', 'xin chào', 'said hello', 'chưa chào hỏi', 'no greeting yet'),
    point('apologise', 'xin lỗi', 'said sorry', 'chưa xin lỗi', 'no apology yet'),
    point('thank', 'xin cảm ơn', 'said thank you', 'chưa cảm ơn', 'no thanks yet'),
    point('ask_leave', 'xin phép', 'asked leave', 'chưa xin phép', 'did not ask leave'),
    point('smile', 'luôn mỉm cười', 'always smiling', 'chưa mỉm cười', 'not smiling yet'),
    point('gentle', 'luôn nhẹ nhàng', 'always gentle', 'chưa nhẹ nhàng', 'not gentle yet'),
    point('listen', 'luôn lắng nghe', 'always listening', 'chưa lắng nghe', 'not listening yet'),
    point('help', 'luôn giúp đỡ', 'always helpful', 'chưa giúp đỡ', 'not helpful yet'),
  ],
};

// The same point has the same name in both, so that wards with either can be pooled above.
const THREE_FIVE: KnownSet = {
  name: '3 luôn · 5 biết',
  nameEn: '3 always · 5 can',
  points: [
    point('smile', 'luôn mỉm cười', 'always smiling', 'chưa mỉm cười', 'not smiling yet'),
    point('gentle', 'luôn nhẹ nhàng', 'always gentle', 'chưa nhẹ nhàng', 'not gentle yet'),
    point('help', 'luôn giúp đỡ', 'always helpful', 'chưa giúp đỡ', 'not helpful yet'),
    point('greet', 'biết chào hỏi', 'can greet', 'chưa chào hỏi', 'no greeting yet'),
    point('listen', 'biết lắng nghe', 'can listen', 'chưa lắng nghe', 'not listening yet'),
    point('explain', 'biết giải thích', 'can explain', 'chưa giải thích', 'not explained yet'),
    point('apologise', 'biết xin lỗi', 'can apologise', 'chưa xin lỗi', 'no apology yet'),
    point('thank', 'biết cảm ơn', 'can say thank you', 'chưa cảm ơn', 'no thanks yet'),
  ],
};

/** Codes of conduct to choose from; the first holds by default. */
export const KNOWN_SETS: readonly KnownSet[] = [FOUR_FOUR, THREE_FIVE];
