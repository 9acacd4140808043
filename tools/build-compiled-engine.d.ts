export declare const target: string;
export declare function compiledModuleText(): Promise<string>;
