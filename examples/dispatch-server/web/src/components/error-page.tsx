import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Problem } from "./problem";

/** The boundary around every page: a broken page does not take the shell with it. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className="mx-auto max-w-xl py-10">
      <h1 className="mb-4 text-xl font-semibold">This page could not be shown</h1>
      <Problem
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}
