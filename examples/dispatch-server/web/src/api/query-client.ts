import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "./problem";

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // An answer of the 4xx family will not change by asking again.
        retry: (failures, error) => {
          const { status } = asProblem(error);
          return failures < 2 && (status === 0 || status >= 500);
        },
      },
    },
  });
}
