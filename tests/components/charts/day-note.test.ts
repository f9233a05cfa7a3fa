import { expect, test } from 'vitest';
import { dayNotes } from '../../../components/charts/day-note.ts';

const zone = 'Asia/Ho_Chi_Minh';
const at = (text: string): number => Date.parse(`${text}:00+07:00`);
const note = (fromAt: number, toAt: number | null) => ({ unit: 'a', fromAt, toAt, text: 'Mất điện' });

test('notes are numbered in order of time and stand where their time lies between the half hours', () => {
  const notes = dayNotes(
    { 9: note(at('2026-11-23T10:45'), null), 4: note(at('2026-11-23T09:00'), at('2026-11-23T09:15')) },
    '2026-11-23',
    zone,
  );
  expect(notes.map(({ label, from, to }) => [label, from, to])).toEqual([
    [1, 18, 18.5],
    [2, 21.5, 21.5],
  ]);
});

test('a note that began yesterday or ends tomorrow reaches the edge of the day', () => {
  const [note1] = dayNotes({ 1: note(at('2026-11-22T16:00'), at('2026-11-24T08:00')) }, '2026-11-23', zone);
  expect(note1).toMatchObject({ from: 0, to: 48 });
});
