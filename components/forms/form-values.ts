/** What stands in a form, by the names of its fields. */
export type FormValues = {
  /** As typed; '' where there is no such field. */
  text(name: string): string;
  /** Trimmed; undefined where nothing was typed, so that the field is not sent at all. */
  optional(name: string): string | undefined;
  /** The file chosen; null: none. */
  file(name: string): File | null;
  checked(name: string): boolean;
  /** Every value of a name: of several boxes those that are ticked. */
  all(name: string): string[];
};

export function formValues(form: HTMLFormElement): FormValues {
  const data = new FormData(form);
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    text,
    optional: (name) => text(name).trim() || undefined,
    file(name) {
      const value = data.get(name);
      return value instanceof File && value.size > 0 ? value : null;
    },
    checked: (name) => data.has(name),
    all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
  };
}
