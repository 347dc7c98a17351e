//! Actions that Retell drops when the caller talks over them.

use crate::{
    action::{Action, LostAction},
    frame::ResponseId,
};

/// What becomes of an action once it is sent: it is carried out, or it is lost and wants to be sent again.
#[derive(Debug, Default)]
pub(super) struct Sticky {
    /// The newest action sent that Retell may still drop.
    sent: Option<LostAction>,
    /// An action that is known to be lost.
    lost: Option<LostAction>,
}

impl Sticky {
    /// An action is sent; whatever was lost before it no longer matters.
    pub(super) fn sent(&mut self, response_id: Option<ResponseId>, action: Action) {
        self.lost = None;
        self.sent = Some(LostAction::new(response_id, action));
    }

    /// This answer was cut off before it was complete: what it carried is lost.
    pub(super) fn cut_off(&mut self, response_id: Option<ResponseId>) {
        if let Some(sent) = self.sent.take_if(|sent| sent.response_id == response_id) {
            self.lost = Some(sent);
        }
    }

    /// The call goes on: after a hang-up or a transfer it would not, so Retell has dropped them. Digits of a completed
    /// answer have been pressed.
    pub(super) fn call_goes_on(&mut self) {
        if let Some(sent) = self.sent.take()
            && !matches!(sent.action, Action::PressDigits(_))
        {
            self.lost = Some(sent);
        }
    }

    /// What is lost.
    pub(super) fn lost(&self) -> Option<&LostAction> {
        self.lost.as_ref()
    }

    /// What is lost, to be sent now.
    pub(super) fn take_lost(&mut self) -> Option<Action> {
        self.lost.take().map(|lost| lost.action)
    }

    /// Nothing is sent again.
    pub(super) fn withdraw(&mut self) {
        self.sent = None;
        self.lost = None;
    }

    /// What is lost is the policy's affair.
    pub(super) fn forget_lost(&mut self) {
        self.lost = None;
    }
}
