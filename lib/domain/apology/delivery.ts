/** How a letter reached whom it is addressed to: codes of the channel of `apology.delivered` that our own pages write. */
export const DELIVERY_CHANNELS = ['in_person', 'post', 'portal', 'email', 'message', 'publicly'] as const;
