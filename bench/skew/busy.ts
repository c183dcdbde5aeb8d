import { spawn } from 'node:child_process';

/** Keeps `count` cores busy, as other programs on the machine would, until it is ended. */
export function keepBusy(count: number): { end(): void } {
  const burners = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  return {
    end: () => {
      for (const burner of burners) burner.kill();
    },
  };
}
