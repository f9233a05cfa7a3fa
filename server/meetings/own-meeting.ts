import type { Pool } from 'pg';

/** Whether an area keeps a reception of this code that has not ended before `today`. */
export async function keepsReception(
  pool: Pick<Pool, 'query'>,
  area: string,
  reception: string,
  today: string,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    'SELECT FROM reception WHERE area = $1 AND reception = $2 AND (last_day IS NULL OR last_day >= $3)',
    [area, reception, today],
  );
  return rowCount === 1;
}

/** Whether an area keeps a dialogue of this code. */
export async function keepsDialogue(
  pool: Pick<Pool, 'query'>,
  area: string,
  dialogue: string,
): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM dialogue WHERE area = $1 AND dialogue = $2', [
    area,
    dialogue,
  ]);
  return rowCount === 1;
}

/** Whether a dialogue of an area has a question of this code. */
export async function keepsQuestion(
  pool: Pick<Pool, 'query'>,
  area: string,
  dialogue: string,
  question: string,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM dialogue_question q JOIN dialogue d ON d.dialogue = q.dialogue
     WHERE d.area = $1 AND d.dialogue = $2 AND q.question = $3`,
    [area, dialogue, question],
  );
  return rowCount === 1;
}
