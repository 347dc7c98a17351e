import { createFileRoute } from "@tanstack/react-router";
import { TriggerPage } from "@/features/trigger/trigger-page";

export const Route = createFileRoute("/call")({ component: TriggerPage });
