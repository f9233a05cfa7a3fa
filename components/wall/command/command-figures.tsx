'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { judge } from '../../../lib/domain/judgement.ts';
import type { Count } from '../../../lib/wire/board.ts';
import type { CommandBoard } from '../../../lib/wire/wall-board.ts';
import { speakingQueues } from '../../board/speaking-queues.ts';
import { heardOf } from '../../board/use-heard.ts';
import { Share } from '../../ui/share.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { fittedPx, type TypeSizes } from '../type-sizes.ts';

type FiguresProps = { board: CommandBoard; sizes: TypeSizes; now: number };

/** Three results of the period and the people who wait now, each with what it stands on. */
export function CommandFigures({ board, sizes, now }: FiguresProps) {
  const t = useTranslations('wallBoard.command');
  const format = useFormat();
  const { totals, targets, units, places } = board;
  const { waiting } = speakingQueues(units, now);
  const heard = heardOf(units, places, now);
  const titles = {
    satisfied: t('satisfied', { target: format.target(targets.satisfied.value) }),
    onTime: t('onTime', { target: format.target(targets.onTime.value) }),
    within: t('within', { length: format.duration(targets.within.seconds) }),
    waiting: t('waiting'),
  };
  // Heads of one row are of one size.
  const head = Math.min(...Object.values(titles).map((title) => fittedPx(title, sizes.word, WIDTH)));
  return (
    <div className="grid grid-cols-4 gap-4">
      <ShareFigure
        title={titles.satisfied}
        count={totals.satisfiedMonth}
        target={targets.satisfied.value}
        base={(count) => t('ratings', { count })}
        sizes={sizes}
        head={head}
      />
      <ShareFigure
        title={titles.onTime}
        count={totals.onTimeMonth ?? [0, 0]}
        target={targets.onTime.value}
        base={(count) => t('settled', { count })}
        sizes={sizes}
        head={head}
      />
      <ShareFigure
        title={titles.within}
        count={totals.within}
        target={targets.within.value}
        base={(count) => t('visits', { count })}
        sizes={sizes}
        head={head}
      />
      <Figure
        title={titles.waiting}
        value={format.number(waiting)}
        length={format.number(waiting).length}
        word={waiting === null ? '' : t('people', { count: waiting })}
        base={t('heard', heard)}
        sizes={sizes}
        head={head}
      />
    </div>
  );
}

/** "98,4%". */
const SHARE_LETTERS = 5;

type ShareFigureProps = {
  title: string;
  count: Count;
  target: number;
  base: (count: number) => string;
  sizes: TypeSizes;
  head: number;
};

function ShareFigure({ title, count: [n, of], target, base, sizes, head }: ShareFigureProps) {
  const t = useTranslations('wallBoard');
  const { result, signal, few } = judge(n, of, target);
  return (
    <Figure
      title={title}
      value={<Share share={of === 0 ? null : n / of} of={of} />}
      length={SHARE_LETTERS}
      word={few ? t('few') : result === null ? '' : t(result)}
      base={of === 0 ? t('command.none') : base(of)}
      // The result stays on the count; red asks for more than chance.
      missed={result === 'notMet' && signal === 'clear' && !few}
      sizes={sizes}
      head={head}
    />
  );
}

type FigureProps = {
  title: string;
  value: ReactNode;
  /** Letters of the value. */
  length: number;
  word: string;
  base: string;
  missed?: boolean;
  sizes: TypeSizes;
  /** Px of its head. */
  head: number;
};

const WIDTH = 402;
/** About how much of its size a figure is wide. */
const DIGIT = 0.6;

function Figure({ title, value, length, word, base, missed = false, sizes, head }: FigureProps) {
  // Under the value there is the whole width, beside it what the value leaves.
  const beside = sizes.columns < 4 ? WIDTH : WIDTH - length * sizes.figure * DIGIT - 12;
  return (
    <section className="rounded-2xl border border-line bg-panel px-6 pt-2.5 pb-3" data-figure="">
      <h2 className="font-medium whitespace-nowrap text-ink2" style={{ fontSize: head }}>
        {title}
      </h2>
      <p className={`flex items-baseline gap-x-3 whitespace-nowrap ${sizes.columns < 4 ? 'flex-col' : ''}`}>
        <span
          className={`text-(length:--figure) leading-[1.1] font-semibold ${missed ? 'text-missed' : ''}`}
          data-read=""
        >
          {value}
        </span>
        <span className="font-medium text-ink2" style={{ fontSize: fittedPx(word, sizes.word, beside) }}>
          {word || '\u00a0'}
        </span>
      </p>
      <p className="whitespace-nowrap text-ink2" style={{ fontSize: fittedPx(base, sizes.small, WIDTH) }}>
        {base}
      </p>
    </section>
  );
}
