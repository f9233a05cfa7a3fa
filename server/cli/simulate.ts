import type { Command } from 'commander';
import type { AreaDefinition, Tree } from '../../lib/domain/tree.ts';
import { rootsOf } from '../../lib/domain/tree.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import type { OperatorDoor } from '../control-client.ts';
import { planDay } from '../demo/day-plan.ts';
import { sessionsToOpen } from '../demo/open-day.ts';
import { AppError } from '../errors.ts';
import { type JsonOption, leaf } from './command.ts';
import { withDoor } from './door.ts';
import { playPlan, playRecord, sayPlayed, speedOf } from './play-command.ts';

type SimulateOptions = JsonOption & { speed: string; seed: string; area?: string };

export const simulateCommand = (): Command =>
  leaf<SimulateOptions>(
    'simulate',
    'một ngày như thật cho mọi đơn vị của cây mô phỏng, đến hết ngày hoặc Ctrl-C · a believable day for every unit of a demonstration tree, until it ends or Ctrl-C',
    (command) =>
      command
        .option(
          '--speed <n>',
          'nhanh gấp mấy lần; khác 1 thì cả ngày diễn ra từ bây giờ · how many times as fast; other than 1 the whole day begins now',
          '1',
        )
        .option('--seed <n>', 'cùng số thì cùng một ngày · the same number gives the same day', '7')
        .option(
          '--area <code>',
          'thành phố; cần khi có nhiều cây mô phỏng · the city, needed where several trees are demonstrations',
        ),
    (_args, options) => {
      const speed = speedOf(options.speed);
      const seed = seedOf(options.seed);
      return withDoor((door) => simulate(door, options, speed, seed));
    },
  );

async function simulate(
  door: OperatorDoor,
  options: SimulateOptions,
  speed: number,
  seed: number,
): Promise<number> {
  const root = demoRoot(await door.tree(), options.area);
  const sessions = sessionsToOpen(await door.tree(), root, Date.now());
  const [opened] = sessions ? await door.define([{ type: 'sessions.set', data: sessions }]) : [];
  if (opened?.status === 'rejected') throw new AppError(opened.error.code, opened.error.detail);
  const day = localDay(root.timezone, Date.now());
  const plan = planDay(await door.tree(), root.code, day, seed);
  if (speed === 1) return sayPlayed(await playPlan(door, plan, day), options.json === true);
  const record = plan.map(({ event }) => event).sort((a, b) => a.at - b.at);
  return sayPlayed(await playRecord(door, record, `${day}-${seed}`, speed), options.json === true);
}

function demoRoot(tree: Tree, code: string | undefined): AreaDefinition {
  const roots = rootsOf(tree);
  if (code !== undefined) {
    const root = roots.find((area) => area.code === code);
    if (!root)
      throw new AppError('unknown_area', `Không có thành phố mã "${code}" · no city has the code "${code}"`);
    if (!root.demo)
      throw new AppError('real_tree', `"${code}" là số liệu thật · holds real figures: areas import --demo`);
    return root;
  }
  const [root, ...others] = roots.filter((area) => area.demo);
  if (!root)
    throw new AppError(
      'no_demo_tree',
      'Chưa có cây mô phỏng nào · there is no demonstration tree: areas import --demo',
    );
  if (others.length === 0) return root;
  const codes = [root, ...others].map((area) => area.code).join(', ');
  throw new AppError('several_demo_trees', `Hãy chọn bằng --area · choose one with --area: ${codes}`);
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (Number.isSafeInteger(seed)) return seed;
  throw new AppError('bad_seed', '--seed phải là số nguyên · must be a whole number');
}
