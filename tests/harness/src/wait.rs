//! Waits for what is to become true, never for time to pass.

use std::time::Duration;

use anyhow::{Context, bail};
use tokio::time::{Instant, sleep};

/// How long a condition may take. Far longer than it takes: a machine that is busy with other tests is no
/// reason to fail.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// The pauses between looks grow from here …
const SHORTEST: Duration = Duration::from_millis(5);
/// … to here.
const LONGEST: Duration = Duration::from_millis(200);

/// Asks again and again until the answer is something; gives that.
///
/// # Errors
///
/// When [`DEADLINE`] has passed: with `what`, and with the error of the last look if there was one. Errors
/// before that count as "not yet", since pages come and go while one looks.
pub async fn until<T>(
    what: &str,
    mut look: impl AsyncFnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
    let deadline = Instant::now() + DEADLINE;
    let mut pause = SHORTEST;
    loop {
        let seen = look().await;
        if let Ok(Some(value)) = seen {
            return Ok(value);
        }
        if Instant::now() >= deadline {
            return match seen {
                Err(error) => Err(error).with_context(|| format!("waited in vain: {what}")),
                _ => bail!("waited in vain: {what}"),
            };
        }
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST);
    }
}

#[cfg(test)]
mod tests {
    use anyhow::ensure;

    use super::*;

    #[tokio::test]
    async fn an_error_means_not_yet() {
        let mut looks = 0;
        let value = until("the third look", async || {
            looks += 1;
            ensure!(looks >= 3, "not there");
            Ok(Some(looks))
        });
        assert_eq!(value.await.unwrap(), 3);
    }
}
