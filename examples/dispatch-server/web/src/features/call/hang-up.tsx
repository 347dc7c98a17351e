import { useMutation, useQueryClient } from "@tanstack/react-query";
import { PhoneOff } from "lucide-react";
import { toast } from "sonner";
import { api } from "@/api/client";
import { asProblem } from "@/api/problem";
import { keys } from "@/api/queries";

export function HangUp({ id }: { id: string }) {
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => api.endCall(id),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.call(id) }),
    onError: (error) => {
      const problem = asProblem(error);
      toast.error("The call could not be ended", {
        description: [problem.message, problem.traceId && `Trace id ${problem.traceId}`]
          .filter(Boolean)
          .join(" "),
      });
    },
  });
  return (
    <button
      type="button"
      className="btn btn-danger"
      disabled={end.isPending || end.isSuccess}
      onClick={() => end.mutate()}
    >
      <PhoneOff aria-hidden="true" className="size-4" />
      {end.isPending || end.isSuccess ? "Hanging up" : "Hang up"}
    </button>
  );
}
