import type { components } from './schema';

type Schemas = components['schemas'];

export type About = Schemas['About'];
export type ActorPage = Schemas['ActorPage'];
export type ActorRow = Schemas['ActorRow'];
export type AssertionView = Schemas['AssertionView'];
export type ChangedIncident = Schemas['ChangedIncident'];
export type ClaimantView = Schemas['ClaimantView'];
export type Difference = Schemas['Difference'];
export type Facets = Schemas['Facets'];
export type FacetValue = Schemas['FacetValue'];
export type Findings = Schemas['Findings'];
export type FindingView = Schemas['FindingView'];
export type Found = Schemas['Found'];
export type FurnitureKind = Schemas['FurnitureView']['kind'];
export type FurnitureView = Schemas['FurnitureView'];
export type Harm = Schemas['TollView']['harm'];
export type Hit = Schemas['Hit'];
export type ImportView = Schemas['ImportView'];
export type IncidentRow = Schemas['IncidentRow'];
export type IncidentType = Schemas['IncidentRow']['type'];
export type JudgementView = Schemas['JudgementView'];
export type Kind = Schemas['AssertionView']['kind'];
export type LinkView = Schemas['LinkView'];
export type Matches = Schemas['Matches'];
export type MatchView = Schemas['MatchView'];
export type Month = Schemas['Month'];
export type NewJudgement = Schemas['NewJudgement'];
export type OutletRow = Schemas['OutletRow'];
export type PerspectiveCheck = Schemas['PerspectiveCheck'];
export type PerspectiveView = Schemas['PerspectiveView'];
export type Problem = Schemas['Problem'];
export type Range = Schemas['Range'];
export type ReasonView = Schemas['ReasonView'];
export type ReportRow = Schemas['ReportRow'];
export type ReportView = Schemas['ReportView'];
export type SampleRow = Schemas['SampleRow'];
export type Sheet = Schemas['Sheet'];
export type SensitivityView = Schemas['SensitivityView'];
export type SettledSide = Schemas['SettledSide'];
export type SheetReport = Schemas['SheetReport'];
export type SpeakerView = Schemas['SpeakerView'];
export type Stance = NonNullable<Schemas['AssertionView']['stance']>;
export type Status = Schemas['IncidentRow']['status'];
export type SupportView = Schemas['SupportView'];
export type TellingRef = Schemas['TellingRef'];
export type ToldSide = Schemas['ToldSide'];
export type TollView = Schemas['TollView'];
export type WeighedView = Schemas['WeighedView'];
export type When = Schemas['When'];
export type Where = Schemas['Where'];

/** Part of a list; `next` is the cursor of the following part, null at the end. */
export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}
