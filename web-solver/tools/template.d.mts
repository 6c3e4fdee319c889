export declare function template(fragments?: Readonly<Record<string, string>>): string;
export declare function messages(language?: string): ReadonlyMap<string, string>;
export declare function placeholders(fragments?: Readonly<Record<string, string>>): ReadonlySet<string>;
export declare function render(
  values: Readonly<Record<string, string>>,
  texts?: ReadonlyMap<string, string>,
  fragments?: Readonly<Record<string, string>>,
): string;
