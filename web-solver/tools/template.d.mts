/** A template's file, and the files of the fragments that it includes, by the names that it has for them. */
export interface PageParts {
  readonly html: string;
  readonly fragments: Readonly<Record<string, string>>;
}
type PageName =
  | "ordinary"
  | "waiting"
  | "spent"
  | "kept"
  | "unkept"
  | "notice"
  | "notice with a link"
  | "notice of a wait"
  | "denied"
  | "an operator's";
export declare const PAGES: Readonly<Record<PageName, PageParts>>;
export declare function files(): readonly string[];
export declare function template(page?: PageParts): string;
export declare function messages(language?: string): ReadonlyMap<string, string>;
export declare function placeholders(page?: PageParts): ReadonlySet<string>;
export declare function render(
  values: Readonly<Record<string, string>>,
  texts?: ReadonlyMap<string, string>,
  page?: PageParts,
): string;
