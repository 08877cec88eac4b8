import { file, view } from "./answers";
import type * as begin from "./begin";
import { benchmarks } from "./benchmarkAnswers";
import type { BenchmarkRequest, DropRequest } from "./benchmarks";
import type { Check } from "./check";
import type { EditRequest, Reading } from "./contract";
import type * as doubt from "./doubt";
import * as doubtAnswers from "./doubtAnswers";
import * as answers from "./guideAnswers";
import type * as bring from "./import";
import { previewed } from "./pageAnswers";
import type { PageRequest } from "./pages";
import type { ScenarioRequest } from "./scenarios";

export type Ask = <T>(check: Check<T>, method: string, ...args: unknown[]) => Promise<T>;

/** What the door can do for beginning, bringing in, scenarios, doubt and benchmarks. */
export function guideCalls(ask: Ask) {
  const nothing: Check<void> = () => undefined;
  return {
    offer: (language: string) => ask(answers.beginnings, "Offer", language),
    beginPlan: (request: begin.BeginRequest) => ask(view, "Begin", request),
    recent: () => ask(answers.recents, "Recent"),
    openRecent: (request: begin.PathRequest) => ask(view, "OpenRecent", request),
    forget: (request: begin.PathRequest) => ask(answers.recents, "Forget", request),
    showFolder: (request: begin.PathRequest) => ask(nothing, "ShowFolder", request),
    importDialog: (reading: Reading) => ask(answers.imported, "ImportDialog", reading),
    importUpload: (request: bring.UploadRequest) => ask(answers.imported, "ImportUpload", request),
    importPaste: (request: bring.PasteRequest) => ask(answers.imported, "ImportPaste", request),
    importTry: (request: bring.ImportRequest) => ask(answers.imported, "ImportTry", request),
    importAccept: (request: bring.ImportRequest) => ask(view, "ImportAccept", request),
    importClose: () => ask(nothing, "ImportClose"),
    collect: (reading: Reading) => ask(file, "Collect", reading),
    addScenario: (request: ScenarioRequest) => ask(view, "AddScenario", request),
    renameScenario: (request: ScenarioRequest) => ask(view, "RenameScenario", request),
    removeScenario: (request: ScenarioRequest) => ask(view, "RemoveScenario", request),
    preview: (request: EditRequest) => ask(previewed, "Preview", request),
    doubts: (request: PageRequest) => ask(doubtAnswers.doubts, "Doubts", request),
    sensitivity: (request: doubt.SensitivityRequest) => ask(doubtAnswers.sensitivity, "Sensitivity", request),
    setRange: (request: doubt.RangeRequest) => ask(view, "SetRange", request),
    setLink: (request: doubt.LinkRequest) => ask(view, "SetLink", request),
    setSeed: (request: doubt.SeedRequest) => ask(view, "SetSeed", request),
    benchmarks: (reading: Reading) => ask(benchmarks, "Benchmarks", reading),
    loadBenchmark: (reading: Reading) => ask(benchmarks, "LoadBenchmark", reading),
    takeBenchmark: (request: BenchmarkRequest) => ask(benchmarks, "TakeBenchmark", request),
    dropBenchmark: (request: DropRequest) => ask(benchmarks, "DropBenchmark", request),
    compare: (request: ScenarioRequest) => ask(answers.comparison, "Compare", request),
  };
}
