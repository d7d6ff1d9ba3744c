//! A batch, round by round: what a busy service refused is sent again by itself.

use std::collections::BTreeSet;
use std::time::Duration;

use http::StatusCode;

use super::Retry;
use super::settings::Settings;
use crate::support::{Batch, BatchAnswers, Content, Error, Request};

/// A batch that is being answered.
pub(super) struct Rounds<'a> {
    batch: &'a Batch,
    retry: Retry,
    round: u32,
    /// The calls that still lack a final answer.
    left: BTreeSet<usize>,
    answers: BatchAnswers,
}

impl<'a> Rounds<'a> {
    pub(super) fn new(batch: &'a Batch, retry: Retry) -> Self {
        Self { batch, retry, round: 0, left: (0..batch.len()).collect(), answers: BatchAnswers::default() }
    }

    /// The request of the next round.
    pub(super) fn request(&mut self, settings: &Settings) -> Result<Request<Content, BatchAnswers>, Error> {
        self.round += 1;
        self.batch.request_of(&settings.root, &self.left, &|headers| settings.fill_in(headers))
    }

    /// Takes the answers of a round. How long to wait before the next, if there is one.
    pub(super) fn answered(&mut self, answers: BatchAnswers) -> Option<Duration> {
        self.answers.extend(answers);
        let waits: Vec<(usize, Duration)> =
            self.left.iter().filter_map(|index| Some((*index, self.wait(*index)?))).collect();
        let wait = waits.iter().map(|(_, wait)| *wait).max()?;
        let mut again: BTreeSet<usize> = waits.into_iter().map(|(index, _)| index).collect();
        // What failed for the sake of another comes with it.
        loop {
            let more = |index: &&usize| {
                !again.contains(index)
                    && self.status(**index) == Some(StatusCode::FAILED_DEPENDENCY)
                    && self.batch.waits_for(**index).any(|earlier| again.contains(&earlier))
            };
            let Some(index) = self.left.iter().find(more).copied() else { break };
            again.insert(index);
        }
        self.left = again;
        Some(wait)
    }

    /// Takes the error of a round. The answers of the rounds before stay; whether the calls of this one were carried out is
    /// not known.
    pub(super) fn failed(mut self, error: Error) -> Result<BatchAnswers, Error> {
        if self.round == 1 {
            return Err(error);
        }
        self.answers.lose(&self.left, error);
        Ok(self.answers)
    }

    /// The answers so far.
    pub(super) fn into_answers(self) -> BatchAnswers {
        self.answers
    }

    fn wait(&self, index: usize) -> Option<Duration> {
        let response = self.answers.response(index)?;
        let answer = Some((response.status(), response.headers()));
        self.retry.after(self.round, self.batch.call(index)?, answer)
    }

    fn status(&self, index: usize) -> Option<StatusCode> {
        Some(self.answers.response(index)?.status())
    }
}
