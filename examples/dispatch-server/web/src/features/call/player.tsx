import { type Ref, type RefObject, useCallback, useEffect, useState } from "react";
import { isPlainKey } from "@/lib/keys";

export interface Playback {
  seconds: number;
  playing: boolean;
  failed: boolean;
  seek: (seconds: number) => void;
  onTime: () => void;
  onFail: () => void;
}

/** Where the recording is, and a way to put it elsewhere. */
export function usePlayback(audio: RefObject<HTMLAudioElement | null>): Playback {
  const [seconds, setSeconds] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);

  const onTime = useCallback(() => {
    if (!audio.current) return;
    setSeconds(audio.current.currentTime);
    setPlaying(!audio.current.paused);
  }, [audio]);
  const onFail = useCallback(() => setFailed(true), []);
  const seek = useCallback(
    (to: number) => {
      if (!audio.current) return;
      audio.current.currentTime = to;
      audio.current.play().catch(() => setPlaying(false));
    },
    [audio],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const player = audio.current;
      if (event.key !== " " || !player || !isPlainKey(event)) return;
      // Space presses a focused button, and scrolls nothing but the page.
      if (event.target instanceof Element && event.target.closest("a,button,summary,audio")) return;
      event.preventDefault();
      if (player.paused) player.play().catch(() => setPlaying(false));
      else player.pause();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [audio]);

  return { seconds, playing, failed, seek, onTime, onFail };
}

interface Props {
  ref: Ref<HTMLAudioElement>;
  src: string;
  playback: Playback;
}

export function Player({ ref, src, playback }: Props) {
  return (
    <div className="card p-3">
      {playback.failed ? (
        <p role="alert" className="px-1 text-muted">
          The recording cannot be played: it may have expired at the provider.{" "}
          <a className="link" href={src}>
            Open it directly
          </a>
        </p>
      ) : (
        // The conversation beside it is the text of this recording.
        <audio
          ref={ref}
          src={src}
          controls
          preload="metadata"
          aria-label="Recording of the call"
          className="h-10 w-full"
          onTimeUpdate={playback.onTime}
          onPlay={playback.onTime}
          onPause={playback.onTime}
          onSeeked={playback.onTime}
          onError={playback.onFail}
        >
          <track kind="captions" />
        </audio>
      )}
    </div>
  );
}
