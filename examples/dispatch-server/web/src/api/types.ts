import type { components } from "./schema";

/** The shapes of the HTTP API, from the server's OpenAPI document. */
type Schemas = components["schemas"];

export type CallRow = Schemas["CallRow"];
export type CallDetail = Schemas["CallDetail"];
export type CallType = Schemas["CallType"];
export type Utterance = Schemas["Utterance"];
export type Conflict = Schemas["Conflict"];
export type TurnRow = Schemas["TurnRow"];
export type ConversationsPage = Schemas["Conversations"];
export type Metrics = Schemas["Metrics"];
export type Analytics = Schemas["Analytics"];
export type Percentiles = Schemas["Percentiles"];
export type NamedCount = Schemas["Count"];
export type Day = Schemas["Day"];
export type Agent = Schemas["Agent"];
export type AgentSettings = Schemas["AgentSettings"];
export type Wiring = Schemas["Wiring"];
export type Info = Schemas["Info"];
export type Persona = Schemas["Persona"];
export type StartCall = Schemas["StartCall"];
export type StartedCall = Schemas["StartedCall"];
