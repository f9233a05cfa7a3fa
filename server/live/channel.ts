import { WALL_VIEWS, type WallView } from '../../lib/domain/access/wall-view.ts';

/**
 * What is watched in a view (null: that of desks): the board of an area, by its code, or what a wall shows of it, by `view/code`. Codes hold no slash.
 */
export const channelOf = (view: WallView | null, area: string): string =>
  view === null ? area : wallChannel(view, area);

/** The channel of one view of an area. */
export const wallChannel = (view: WallView, area: string): string => `${view}/${area}`;

/** The area that a channel is about. */
export const areaOf = (channel: string): string => channel.slice(channel.indexOf('/') + 1);

/** The view of a wall's channel; null: it carries the board of a desk. */
export const viewOf = (channel: string): WallView | null =>
  WALL_VIEWS.find((view) => channel.startsWith(`${view}/`)) ?? null;

/** Every channel about an area. */
export const channelsOf = (area: string): string[] => [
  area,
  ...WALL_VIEWS.map((view) => wallChannel(view, area)),
];
