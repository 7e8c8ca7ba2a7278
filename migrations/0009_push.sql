CREATE TABLE `devices` (
	`contact_method_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`installed` integer DEFAULT false NOT NULL,
	`last_seen_at` integer NOT NULL,
	`last_receipt_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`contact_method_id`) REFERENCES `contact_methods`(`id`) ON UPDATE no action ON DELETE cascade
);
