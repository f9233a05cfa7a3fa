import {
  type Finding,
  foldInspection,
  type Inspection,
  inTimeAt,
} from '../../lib/domain/inspection/inspection.ts';
import type { InspectionFact } from '../../lib/domain/inspection/inspection-fact.ts';
import { inspectionActs, isThere } from '../../lib/domain/inspection/inspection-rights.ts';
import { zoneOf } from '../../lib/domain/tree.ts';
import type {
  DisciplineAnswer,
  FindingAnswer,
  InspectionAnswer,
  InspectionStepAnswer,
  PictureAnswer,
} from '../../lib/wire/inspection-reads.ts';
import { iso } from '../http/iso.ts';
import { personOfSource } from '../log/actor.ts';
import type { ReadContext } from './context.ts';
import { type InspectionsReader, readerIn } from './inspection-reader.ts';
import { inspectionLine } from './inspections.ts';

type Context = Pick<ReadContext, 'pool' | 'tree' | 'now'>;
export type StoredInspection = {
  unit: string;
  code: string;
  inspection: Inspection;
  facts: readonly InspectionFact[];
};

/** I2: an inspection that is there for its reader; null: there is none, or not for this one. */
export async function storedInspection(
  { pool, tree }: Context,
  unit: string,
  code: string,
  reader: InspectionsReader,
): Promise<StoredInspection | null> {
  const { rows } = await pool.query<{ facts: InspectionFact[] }>(
    'SELECT facts FROM inspection WHERE unit = $1 AND inspection = $2',
    [unit, code],
  );
  const facts = rows[0]?.facts;
  if (!facts) return null;
  const inspection = foldInspection(facts, zoneOf(tree, unit));
  return isThere(inspection, readerIn(reader, unit)) ? { unit, code, inspection, facts } : null;
}

/** What stands beside the log of a step; photos and boards are told of, not given. */
type Said = {
  text?: string;
  team?: string;
  photo?: boolean;
  signatories?: { title: string; name?: string }[];
};

const SAID = `SELECT seq::float8 AS seq, (value - 'photo' - 'board' - 'from') || jsonb_build_object('photo', value ? 'photo') AS value
  FROM personal WHERE seq = ANY($1) AND value IS NOT NULL`;

/** An inspection with everything found and said, as far as its reader may know it (I3). */
export async function inspectionAnswer(
  { pool, now }: Context,
  { unit, code, inspection, facts }: StoredInspection,
  reader: InspectionsReader,
): Promise<InspectionAnswer> {
  const here = readerIn(reader, unit);
  const open = here.may('inspections.read');
  const { rows } = open
    ? await pool.query<{ seq: number; value: Said }>(SAID, [facts.map(({ seq }) => seq)])
    : { rows: [] };
  const said = new Map(rows.map(({ seq, value }) => [seq, value]));
  const saidAt = (seq: number | null): Said => (seq === null ? {} : (said.get(seq) ?? {}));
  const explained = open ? await explanations(pool, unit, inspection.findings) : [];
  const at = now();
  const { signedAt, signedSeq, documentNo, documentDate, teamSeq, picture } = inspection;
  const signed = saidAt(signedSeq);
  return {
    ...inspectionLine(unit, code, inspection, at),
    team: saidAt(teamSeq).team ?? null,
    found: inspection.findings.map((finding) =>
      findingAnswer(
        finding,
        saidAt(finding.seq),
        saidAt(finding.remediedSeq),
        explained.filter((one) => one.about === finding.finding && one.at.getTime() >= finding.at),
        at,
      ),
    ),
    steps: facts.flatMap((fact) => stepOf(fact, saidAt(fact.seq))),
    minutes:
      signedAt === null
        ? null
        : {
            documentNo,
            documentDate,
            signatories: (signed.signatories ?? []).map(({ title, name = null }) => ({ title, name })),
            text: signed.text ?? null,
          },
    discipline: byForm(inspection),
    picture: open && picture ? { ...picture, at: new Date(picture.at).toISOString() } : null,
    acts: inspectionActs(inspection, here),
  };
}

type Explained = { about: string; at: Date; text: string | null };

/** I10: what sources of the unit explain about findings of these codes, in its order. */
async function explanations(
  pool: Context['pool'],
  unit: string,
  findings: readonly Finding[],
): Promise<Explained[]> {
  const { rows } = await pool.query<Explained>(
    `SELECT x.about, x.at, p.value ->> 'text' AS text FROM explanation x LEFT JOIN personal p USING (seq)
     WHERE x.about_kind = 'finding' AND x.about = ANY($1) AND x.unit = $2 ORDER BY x.at, x.seq`,
    [findings.map(({ finding }) => finding), unit],
  );
  return rows;
}

const findingAnswer = (
  finding: Finding,
  { text, photo }: Said,
  remedy: Said,
  explained: readonly Explained[],
  at: number,
): FindingAnswer => ({
  finding: finding.finding,
  at: new Date(finding.at).toISOString(),
  severity: finding.severity,
  checklist: finding.checklist,
  item: finding.item,
  text: text ?? null,
  photo: photo ?? false,
  due: typeof finding.dueAt === 'number' ? new Date(finding.dueAt).toISOString() : finding.dueAt,
  remediedAt: iso(finding.remediedAt),
  remedy: remedy.text ?? null,
  inTime: inTimeAt(finding, at),
  explanations: explained.map(({ at: told, text: words }) => ({ at: told.toISOString(), text: words })),
});

function stepOf({ step, at, finding, source }: InspectionFact, { text }: Said): InspectionStepAnswer[] {
  // Nobody did it: the server kept it.
  if (step === 'pictured') return [];
  return [
    {
      step: step === 'minutes_signed' ? 'signed' : step,
      at: new Date(at).toISOString(),
      finding: finding ?? null,
      text: text ?? null,
      here: personOfSource(source) !== null,
    },
  ];
}

/** Numbers of one form together; in force only if each was. */
function byForm({ discipline }: Inspection): DisciplineAnswer[] {
  const forms = new Map<string, DisciplineAnswer>();
  for (const { form, people, inForce } of discipline) {
    const held = forms.get(form);
    forms.set(form, {
      form,
      people: people + (held?.people ?? 0),
      inForce: inForce && (held?.inForce ?? true),
    });
  }
  return [...forms.values()];
}

/** The photo of a finding, as JPEG; null: there is none, or not for the reader. */
export async function findingPhoto(
  { pool }: Context,
  { unit, inspection }: StoredInspection,
  finding: string,
  reader: InspectionsReader,
): Promise<Buffer | null> {
  const found = inspection.findings.find((one) => one.finding === finding);
  if (!found || !readerIn(reader, unit).may('inspections.read')) return null;
  const { rows } = await pool.query<{ photo: string | null }>(
    `SELECT value ->> 'photo' AS photo FROM personal WHERE seq = $1`,
    [found.seq],
  );
  return rows[0]?.photo ? Buffer.from(rows[0].photo, 'base64') : null;
}

/** I6: the board of the unit as it was at the opening; null: none was kept, or not for the reader. */
export async function pictureOf(
  { pool }: Context,
  { unit, inspection: { picture, pictureSeq } }: StoredInspection,
  reader: InspectionsReader,
): Promise<PictureAnswer | null> {
  if (!picture || pictureSeq === null || !readerIn(reader, unit).may('inspections.read')) return null;
  const { rows } = await pool.query<{ board: string | null }>(
    `SELECT value ->> 'board' AS board FROM personal WHERE seq = $1`,
    [pictureSeq],
  );
  const board = rows[0]?.board;
  if (!board) return null;
  const { seq, at, hash } = picture;
  return { seq, asOf: new Date(at).toISOString(), hash, board: JSON.parse(board) };
}
