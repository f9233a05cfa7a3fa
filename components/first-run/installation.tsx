'use client';
import { useState } from 'react';
import { isUnit } from '../../lib/domain/tree.ts';
import type { KeyLine } from '../../lib/wire/access/administration.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { LoadedList } from '../account/loaded-list.tsx';
import { useApi } from '../forms/use-api.ts';
import { KeyStep } from './key-step.tsx';
import { LiveStep } from './live-step.tsx';
import type { MadeKey } from './made-key.ts';
import { type Step, StepFrame } from './step-frame.tsx';
import { TreeStep } from './tree-step.tsx';

/** What is left to do once there is an administrator: areas, a key, a first event. */
export function Installation() {
  const [areas, reloadAreas] = useApi<{ areas: AreaItem[] }>('/areas');
  const [keys, reloadKeys] = useApi<{ keys: KeyLine[] }>('/admin/keys');
  const [made, setMade] = useState<MadeKey | null>(null);
  const [wanted, setWanted] = useState<Step | null>(null);
  const state = areas.kind === 'ready' ? keys : areas;
  const tree = areas.kind === 'ready' ? areas.value.areas : [];
  const units = tree.filter(isUnit);
  const next: Step = units.length === 0 ? 'tree' : made ? 'live' : 'key';
  const doing = wanted ?? next;
  const open: Step[] = [
    'tree',
    ...(units.length > 0 ? ['key' as const] : []),
    ...(made ? ['live' as const] : []),
  ];
  return (
    <StepFrame doing={state.kind === 'ready' ? doing : null} open={open} onStep={setWanted}>
      <LoadedList state={state} reload={areas.kind === 'failed' ? reloadAreas : reloadKeys}>
        {doing === 'tree' && (
          <TreeStep
            units={units.length}
            onDone={() => {
              reloadAreas();
              setWanted(null);
            }}
          />
        )}
        {doing === 'key' && (
          <KeyStep
            units={units}
            keys={keys.kind === 'ready' ? keys.value.keys.length : 0}
            onMade={(key) => {
              setMade(key);
              setWanted(null);
              reloadKeys();
            }}
          />
        )}
        {doing === 'live' && made && (
          <LiveStep key={made.secret} made={made} onAnother={() => setWanted('key')} />
        )}
      </LoadedList>
    </StepFrame>
  );
}
