pub enum Operation {}
pub enum Refusal {}
